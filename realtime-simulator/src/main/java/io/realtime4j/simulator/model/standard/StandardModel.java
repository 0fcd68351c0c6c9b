package io.realtime4j.simulator.model.standard;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.model.ModelToolChoice;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.SimulatorModel;
import org.jspecify.annotations.Nullable;

/**
 * Default model of the simulator. It does not understand a thing, and says so, but it
 * calls the tools whose names the user speaks, and tells what they found. Where
 * instructions say exactly what to say, it says that.
 */
public final class StandardModel implements SimulatorModel {

	private static final double MILLIS_PER_SECOND = 1000;

	private static final Pattern DICTATED = Pattern
		.compile("(?is)^\\s*(?:say|repeat) (?:exactly|word for word)\\b[^:\\n]*:\\s*(.*\\S)\\s*$");

	@Override
	public ModelReply reply(ModelRequest request) {
		Matcher dictated = DICTATED.matcher(request.instructions());
		if (dictated.matches()) {
			return ModelReply.text(dictated.group(1));
		}
		ModelTurn user = lastOfUser(request.turns());
		String text = Guesses.resolve(request.turns());
		List<String> outputs = ToolReport.latest(request.turns());
		List<ModelTool> tools = tools(request, text, !outputs.isEmpty());
		if (!tools.isEmpty()) {
			return call(tools, text);
		}
		if (!outputs.isEmpty()) {
			return ModelReply.text(ToolReport.tell(outputs));
		}
		if (user == null) {
			return ModelReply.text(SmallTalk.GREETING);
		}
		return (text.isBlank()) ? ModelReply.text(heard(user)) : talk(text, request.turns());
	}

	private static ModelReply talk(String text, List<ModelTurn> turns) {
		String apology = Guesses.apologise(turns);
		if (apology != null) {
			return ModelReply.text(apology);
		}
		return (Story.isWanted(text)) ? Story.tell() : ModelReply.text(SmallTalk.answer(text, turns));
	}

	private static List<ModelTool> tools(ModelRequest request, String text, boolean answered) {
		ModelToolChoice choice = request.toolChoice();
		List<ModelTool> tools = request.tools().stream().filter((tool) -> !tool.name().isEmpty()).toList();
		return switch (choice.mode()) {
			case NONE -> List.of();
			case NAMED -> tools.stream().filter((tool) -> tool.name().equals(choice.name())).toList();
			case AUTO -> (answered) ? List.of() : ToolPicker.pick(tools, text);
			case REQUIRED -> {
				List<ModelTool> picked = ToolPicker.pick(tools, text);
				yield (picked.isEmpty() && !tools.isEmpty()) ? tools.subList(0, 1) : picked;
			}
		};
	}

	private static ModelReply call(List<ModelTool> tools, String text) {
		ModelReply.Builder reply = ModelReply.builder();
		tools.forEach((tool) -> reply.call(tool.name(), ArgumentFiller.fill(tool, text)));
		return reply.build();
	}

	private static String heard(ModelTurn user) {
		if (!user.guess().isEmpty()) {
			return Guesses.ask(user.guess());
		}
		if (user.audio().isZero()) {
			return "I hear nothing. Are you still there?";
		}
		return String.format(Locale.ROOT,
				"I heard you speak for %.1f seconds. I am only a simulator "
						+ "and did not understand you, but you came through well.",
				user.audio().toMillis() / MILLIS_PER_SECOND);
	}

	private static @Nullable ModelTurn lastOfUser(List<ModelTurn> turns) {
		for (int i = turns.size() - 1; i >= 0; i--) {
			if (turns.get(i).role() == ModelTurn.Role.USER) {
				return turns.get(i);
			}
		}
		return null;
	}

}
