package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.act.AudienceCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints every audience and who is meant by it. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Audiences (人群), who is meant, and how many are switched on.")
final class AudienceListCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Override
    public Integer call() {
        AudienceCatalog audiences = Catalog.load(home.settings().houses()).audiences();
        audiences.byId().values().forEach(audience -> {
            boolean isOn = audiences.active().contains(audience);
            System.out.println(
                    "  " + audience.id() + (isOn ? "" : " (off)") + "  " + audience.zh() + " " + audience.en());
            System.out.println("      " + audience.definition());
            System.out.println("      who: " + audience.who().text());
            System.out.println("      consent: " + audience.consent());
        });
        System.out.println(
                audiences.byId().size() + " audiences, " + audiences.active().size() + " switched on.");
        return 0;
    }
}
