package io.realtime4j.simulator.agent;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.ToolCallEntry;

/**
 * What happened in a conversation, written down by somebody who sees what the server is
 * told to say and how much of it is heard, but not the history of the session.
 */
final class Account {

	private final List<String> lines = new ArrayList<>();

	void user(String text) {
		this.lines.add("user: " + text);
	}

	void answer(String text, long heardMillis, long totalMillis) {
		boolean whole = heardMillis >= totalMillis;
		this.lines.add("assistant: " + (whole ? text : beginning(text, heardMillis, totalMillis) + " [interrupted]"));
	}

	void brokenOff(String text) {
		this.lines.add("assistant: " + text + " [interrupted]");
	}

	void call(String name, String arguments, String output) {
		this.lines.add("call: " + name + arguments + " -> " + output);
	}

	List<String> lines() {
		return List.copyOf(this.lines);
	}

	// Whole words only, as many as the share of the sound that was heard
	private static String beginning(String text, long heardMillis, long totalMillis) {
		StringBuilder beginning = new StringBuilder();
		for (String word : text.split(" ")) {
			String longer = beginning.isEmpty() ? word : beginning + " " + word;
			if (longer.length() * totalMillis > text.length() * heardMillis) {
				break;
			}
			beginning = new StringBuilder(longer);
		}
		return beginning.toString();
	}

	/**
	 * Return a history in the same words.
	 * @param conversation the history
	 * @return a line for each entry
	 */
	static List<String> of(Conversation conversation) {
		return conversation.entries().stream().map(Account::line).toList();
	}

	private static String line(ConversationEntry entry) {
		if (entry instanceof MessageEntry message) {
			return message.role().value() + ": " + message.heardText()
					+ (message.interrupted() ? " [interrupted]" : "");
		}
		ToolCallEntry call = (ToolCallEntry) entry;
		return "call: " + call.name() + call.arguments() + " -> " + call.output();
	}

}
