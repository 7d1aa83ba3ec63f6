package io.siyu.pipelines.extract;

/**
 * A database that feeds are read from.
 *
 * @param url JDBC URL; its options may hold a secret and are shown to nobody
 * @param user empty when the URL says it
 */
record Source(String name, String url, String user, String password) {

    /** For messages: {@code mall (jdbc:postgresql://db.example.com/mall)}. */
    @Override
    public String toString() {
        return name + " (" + url.split("[?;]", 2)[0] + ")";
    }
}
