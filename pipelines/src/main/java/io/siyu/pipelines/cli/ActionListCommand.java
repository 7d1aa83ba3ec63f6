package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.act.ActionCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints every action: when it is called for, how urgent it is, by which channels. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Actions (行动), when and why they are called for, and by which channels.")
final class ActionListCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Override
    public Integer call() {
        ActionCatalog actions = Catalog.load(home.settings().houses()).actions();
        actions.byId().values().forEach(action -> {
            boolean isOn = actions.active().contains(action);
            System.out.println("  " + action.id() + (isOn ? "" : " (off)") + "  " + action.zh() + " " + action.en());
            System.out.println("      " + action.definition());
            System.out.println("      says: " + action.reasonZh() + " " + action.reasonEn());
            System.out.println("      when " + action.when().text() + "; priority " + action.priority() + "; "
                    + String.join(", ", action.channels()) + "; rests " + action.restDays() + " days; left alone "
                    + action.holdOut() + " %");
        });
        System.out.println(
                actions.byId().size() + " actions, " + actions.active().size() + " switched on.");
        return 0;
    }
}
