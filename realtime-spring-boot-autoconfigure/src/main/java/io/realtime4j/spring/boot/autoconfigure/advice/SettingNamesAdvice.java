package io.realtime4j.spring.boot.autoconfigure.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.realtime4j.model.Modality;
import io.realtime4j.model.audio.OutputVoice;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.McpTool;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.model.tool.ToolChoice;
import io.realtime4j.model.tool.ToolChoiceFunction;
import io.realtime4j.model.tool.ToolChoiceMcp;
import io.realtime4j.model.tool.ToolChoiceMode;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in the settings of a session that neither the protocol nor the
 * configuration knows. All of them may be right, since the service may know more.
 */
final class SettingNamesAdvice {

	private final boolean closed;

	private final Set<String> pricedModels;

	private final List<String> advice = new ArrayList<>();

	/**
	 * Create advice.
	 * @param closed whether the service is known to have no other voices and models: of
	 * any other service only names that are like known ones are named
	 * @param pricedModels the models that the configuration knows
	 */
	SettingNamesAdvice(boolean closed, Set<String> pricedModels) {
		this.closed = closed;
		this.pricedModels = Set.copyOf(pricedModels);
	}

	/**
	 * Return what is probably wrong.
	 * @param settings the settings
	 * @return a sentence for each name
	 */
	List<String> on(RealtimeSessionSettings settings) {
		if (settings.model() != null) {
			onModel(settings.model().value());
		}
		if (voice(settings.audio()) instanceof Voice voice) {
			on("voice", voice.value(), KnownNames.VOICES, this.closed);
		}
		List<Modality> modalities = (settings.outputModalities() != null) ? settings.outputModalities() : List.of();
		modalities.forEach((modality) -> on("output modality", modality.value(), KnownNames.MODALITIES, true));
		if (settings.toolChoice() != null) {
			onToolChoice(settings.toolChoice(), (settings.tools() != null) ? settings.tools() : List.of());
		}
		return List.copyOf(this.advice);
	}

	private static @Nullable OutputVoice voice(@Nullable SessionAudio audio) {
		AudioOutput output = (audio != null) ? audio.output() : null;
		return (output != null) ? output.voice() : null;
	}

	private void onModel(String model) {
		boolean variant = KnownNames.MODELS.stream().anyMatch((known) -> model.startsWith(known + "-"));
		if (!variant && !this.pricedModels.contains(model) && !model.startsWith("ft:")) {
			on("model", model, KnownNames.MODELS, this.closed);
		}
	}

	private void onToolChoice(ToolChoice choice, List<Tool> tools) {
		if (choice instanceof ToolChoiceMode mode) {
			on("tool choice", mode.value(), KnownNames.TOOL_CHOICES, true);
		}
		else if (choice instanceof ToolChoiceFunction function) {
			on("tool of the tool choice", function.name(),
					tools.stream()
						.map((tool) -> (tool instanceof FunctionTool known) ? known.name() : null)
						.filter(Objects::nonNull)
						.toList(),
					true);
		}
		else if (choice instanceof ToolChoiceMcp mcp) {
			on("MCP server of the tool choice", mcp.serverLabel(),
					tools.stream()
						.map((tool) -> (tool instanceof McpTool known) ? known.serverLabel() : null)
						.filter(Objects::nonNull)
						.toList(),
					true);
		}
	}

	private void on(String what, String name, List<String> known, boolean closed) {
		String meant = known.contains(name) ? null : Likeness.closest(name, known);
		if (meant != null) {
			this.advice.add("The " + what + " '" + name + "' is not known. Is '" + meant + "' meant?");
		}
		else if (closed && !known.contains(name)) {
			this.advice.add("The " + what + " '" + name + "' is not known. Known are: " + String.join(", ", known));
		}
	}

}
