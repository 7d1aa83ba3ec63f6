package io.siyu.warehouse.act;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.tag.TagCondition;
import io.siyu.warehouse.tag.TagExample;
import java.util.List;

/**
 * What to do for a customer of whom something holds, as {@code actions/<id>.yml} says.
 *
 * @param id snake_case, the name of its file
 * @param definition in Chinese, of whom it holds, in words of the business
 * @param when what must hold of the customer
 * @param reasonZh why, in Chinese, for whoever does it
 * @param reasonEn the same in English
 * @param evidence columns of tags that show it
 * @param priority the greater goes first where a limit leaves room for one
 * @param channels by preference; the first by which the customer may be reached is taken
 * @param consent purpose that the customer must have agreed to, or {@code none}
 * @param restDays days before it is done for the same customer again
 * @param holdOut of 100 customers how many are left alone, so that the effect can be measured
 * @param salt what decides, with the action and the customer, who is left alone
 * @param at where it stands, for messages
 */
public record Action(
        String id,
        String zh,
        String en,
        String definition,
        String owner,
        TagCondition when,
        String reasonZh,
        String reasonEn,
        List<String> evidence,
        int priority,
        List<String> channels,
        String consent,
        int restDays,
        int holdOut,
        String salt,
        List<TagExample> examples,
        Doc at) {}
