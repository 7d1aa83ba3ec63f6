package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Subset;

/**
 * Who is what: parts of all persons with exact sizes. Each class of identity trouble has at least
 * {@link World#fewestCases()} members, also where its rate alone would give fewer.
 */
public final class Cast {
    private static final int BLOCK = 4;

    public final Subset excluded;
    public final Subset members;
    public final Subset bridged;
    public final Subset fakePhones;
    public final Subset writtenPhones;
    public final Subset storePhones;
    public final Subset contacts;
    public final Subset noUnionid;
    public final Subset otherCompany;
    public final Subset agency;
    public final Subset wrongRemark;
    public final Subset secondGuide;
    public final Subset miniUsers;
    public final Subset openidOnly;
    public final Subset sharedDevice;
    public final Subset twoPhones;
    public final Subset twoWechats;
    public final Subset twoShops;
    public final Subset recycled;
    public final Subset withdrawn;
    public final Subset deletion;
    public final Subset followers;
    public final Subset groupedContacts;
    public final Subset groupedOthers;
    public final Subset overRefunded;
    public final Subset odd;
    public final Subset unbalanced;
    private final Subset families;
    private final int blocks;

    public Cast(World world) {
        int fewest = world.fewestCases();
        Subset all = Subset.all(world.persons(), world.seed());
        excluded = all.take("excluded", 0.005, fewest);
        members = all.take("members", 0.80, 0);
        bridged = members.take("bridged", 0.69, 0);
        fakePhones = members.take("fake phones", 0.01, fewest);
        writtenPhones = members.take("written phones", 0.08, 0);
        storePhones = members.take("store phones", 0.008, fewest);
        contacts = all.take("contacts", 0.40, 0);
        noUnionid = contacts.take("no unionid", 0.12, 0);
        otherCompany = contacts.take("other company", 0.03, fewest);
        agency = contacts.take("agency", 0.05, fewest);
        wrongRemark = contacts.take("wrong remark", 0.07, 0);
        secondGuide = contacts.take("second guide", 0.25, 0);
        miniUsers = all.take("mini users", 0.62, 0);
        openidOnly = miniUsers.take("openid only", 0.08, 0);
        sharedDevice = miniUsers.take("shared device", 0.012, fewest);
        twoPhones = members.take("two phones", 0.04 * (World.HISTORY + world.days()) / 365, fewest);
        twoWechats = miniUsers.take("two wechats", 0.048, fewest);
        twoShops = all.take("two shops", 0.10, 0);
        recycled = members.take("recycled", 0.020, 2 * fewest);
        withdrawn = all.take("withdrawn", 0.08, 0);
        deletion = all.take("deletion", 0.003, fewest);
        followers = all.take("followers", 0.30, 0);
        groupedContacts = contacts.take("grouped", 0.25, 0);
        groupedOthers = contacts.rest().take("grouped others", 0.055, fewest);
        overRefunded = all.take("over-refunded", 0.0004, 12);
        odd = all.take("odd", 0.0012, 400);
        unbalanced = members.take("unbalanced", 0.003, 3);
        blocks = Math.max(1, world.persons() / BLOCK);
        families = Subset.all(blocks, world.seed() ^ 0xFA).take("families", 0.08, 0);
    }

    /** Whose phone this person uses: the first of a family of two to four, else the person. */
    public int phoneOwner(int id) {
        int block = id / BLOCK;
        int size = 2 + Math.floorMod(block * 7, 3);
        return block < blocks && id % BLOCK < size && families.has(block) ? block * BLOCK : id;
    }

    /** Whether a phone is shared with the family. */
    public boolean isFamily(int id) {
        return phoneOwner(id) != id || (id % BLOCK == 0 && phoneOwner(id + 1) == id);
    }

    /** Whose old number this person got from the operator; -1 for nobody's. */
    public int numberBefore(int id) {
        int rank = recycled.rankOf(id);
        return rank >= 0 && rank < recycled.size() / 2 ? recycled.idAt(rank + recycled.size() / 2) : -1;
    }

    /** Whether this person gave a number back that somebody else has now. */
    public boolean gaveNumberBack(int id) {
        return recycled.rankOf(id) >= recycled.size() / 2;
    }
}
