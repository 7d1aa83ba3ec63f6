package io.siyu.warehouse.act;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.tag.TagCondition;
import io.siyu.warehouse.tag.TagExample;
import java.util.List;

/**
 * Customers with a name, as {@code audiences/<id>.yml} says who they are.
 *
 * @param id snake_case, the name of its file
 * @param zh Chinese name
 * @param en English name
 * @param definition in Chinese, who is in it, in words of the business
 * @param who what holds of its customers
 * @param consent purpose that a customer must have agreed to before the audience is used on him, or {@code none}
 * @param at where it stands, for messages
 */
public record Audience(
        String id,
        String zh,
        String en,
        String definition,
        String owner,
        TagCondition who,
        String consent,
        List<TagExample> examples,
        Doc at) {}
