package io.siyu.pipelines.session;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of one step's session, by how much the step reads: most steps of a night over much data read little, and pay for
 * plans and compiled expressions that a few rows do not earn back.
 */
public final class StepSettings {
    /** Where a session says which profile it was opened with. */
    static final String PROFILE = "spark.siyu.profile";

    private StepSettings() {}

    /**
     * Gives a session the settings of the profile for a step that reads so much, if that is smaller than its own. A setting that
     * is not as {@link Sessions} gave it is the retailer's, and stands.
     *
     * @param session the step's alone
     * @param bytes stored, of all files that the step may read
     */
    public static void fit(SparkSession session, long bytes) {
        RuntimeConfig settings = session.conf();
        if (!settings.contains(PROFILE)) {
            return;
        }
        Profile own = Profile.named(settings.get(PROFILE));
        Profile fitting = Profile.forStep(bytes);
        if (fitting.compareTo(own) < 0) {
            Map<String, String> given = Sessions.own(own);
            fitting.settings().forEach((key, value) -> set(settings, key, value, given));
        }
    }

    private static void set(RuntimeConfig settings, String key, String value, Map<String, String> given) {
        boolean isOwn = !settings.contains(key) || Objects.equals(settings.get(key), given.get(key));
        if (isOwn && settings.isModifiable(key)) {
            settings.set(key, value);
        }
    }
}
