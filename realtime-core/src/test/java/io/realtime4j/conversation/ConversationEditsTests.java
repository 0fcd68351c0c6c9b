package io.realtime4j.conversation;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.model.item.UserMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConversationEdits}.
 */
class ConversationEditsTests {

	private static final UserMessage ITEM = UserMessage.text("Hi");

	@Test
	void itemsAreAddedWhereTheyShallStand() {
		assertThat(ConversationEdits.add(ITEM)).isEqualTo(new ConversationItemCreate(null, null, ITEM));
		assertThat(ConversationEdits.addFirst(ITEM)).isEqualTo(new ConversationItemCreate(null, "root", ITEM));
		assertThat(ConversationEdits.addBehind("a", ITEM)).isEqualTo(new ConversationItemCreate(null, "a", ITEM));
	}

	@Test
	void replacementStandsBeforeTheOtherGoes() {
		assertThat(ConversationEdits.replace("a", ITEM)).containsExactly(new ConversationItemCreate(null, "a", ITEM),
				new ConversationItemDelete(null, "a"));
	}

	@Test
	void itemCannotReplaceItself() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConversationEdits.replace("a", ITEM.withId("a")))
			.withMessageContaining("another id");
	}

}
