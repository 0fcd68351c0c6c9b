package io.realtime4j.simulator.response;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.model.ReplyPart;

/**
 * A reply within the bound of its tokens.
 *
 * @param parts the items to stream
 * @param end how the response ends after them
 */
record ReplyPlan(List<ReplyPart> parts, ReplyEnd end) {

	static ReplyPlan of(ModelReply reply, int tokenLimit) {
		List<ReplyPart> parts = new ArrayList<>();
		int left = tokenLimit;
		for (ReplyPart part : reply.parts()) {
			List<String> tokens = Tokens.of(words(part));
			if (tokens.size() > left) {
				parts.add(cut(part, String.join("", tokens.subList(0, left))));
				return new ReplyPlan(parts, ReplyEnd.incomplete("max_output_tokens"));
			}
			parts.add(part);
			left -= tokens.size();
		}
		return new ReplyPlan(parts, reply.end());
	}

	private static String words(ReplyPart part) {
		return (part instanceof ReplyPart.Message message) ? message.text() : ((ReplyPart.Call) part).arguments();
	}

	private static ReplyPart cut(ReplyPart part, String words) {
		if (part instanceof ReplyPart.Call call) {
			return new ReplyPart.Call(call.name(), words, call.callId());
		}
		return new ReplyPart.Message(words, null);
	}

}
