package org.snapshothub.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.silver.Groups.Component;
import org.snapshothub.silver.Groups.Known;

class GroupsTest {

    private final Groups groups = new Groups();

    @Test
    void aPageAloneIsAGroupNamedAfterItself() {
        groups.page("b");

        assertThat(groups.components()).containsExactly(new Component("b", null, List.of("b"), List.of()));
    }

    @Test
    void pairsJoinWhateverTheirOrder() {
        groups.pair("c", "b");
        groups.pair("a", "b");

        assertThat(groups.components()).containsExactly(new Component("a", null, List.of("a", "b", "c"), List.of()));
    }

    @Test
    void aKnownGroupKeepsItsId() {
        groups.member("x", new Known("old", 3));
        groups.pair("a", "x");

        assertThat(groups.components()).containsExactly(new Component("old", 3L, List.of("a", "x"), List.of()));
    }

    @Test
    void whenGroupsMergeTheOneTakenFirstLivesOn() {
        groups.member("x", new Known("later", 5));
        groups.member("y", new Known("earlier", 2));
        groups.pair("x", "bridge");
        groups.pair("bridge", "y");

        assertThat(groups.components())
                .containsExactly(new Component("earlier", 2L, List.of("bridge", "x", "y"), List.of("later")));
    }

    @Test
    void allPagesOfAKnownGroupStayTogether() {
        groups.member("x", new Known("old", 1));
        groups.member("y", new Known("old", 1));

        assertThat(groups.components()).hasSize(1);
    }
}
