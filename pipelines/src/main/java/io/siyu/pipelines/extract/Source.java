package io.siyu.pipelines.extract;

import java.util.Properties;

/**
 * A database that feeds are read from.
 *
 * @param url JDBC URL; its options may hold a secret and are shown to nobody
 * @param user empty when the URL says it
 */
record Source(String name, String url, String user, String password) {

    /** What a driver wants beside the URL. */
    Properties properties() {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** For messages: {@code mall (jdbc:postgresql://db.example.com/mall)}. */
    @Override
    public String toString() {
        return name + " (" + url.split("[?;]", 2)[0] + ")";
    }
}
