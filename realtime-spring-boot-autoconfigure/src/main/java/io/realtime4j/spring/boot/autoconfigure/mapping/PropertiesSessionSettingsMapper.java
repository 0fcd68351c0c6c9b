package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Modality;
import io.realtime4j.model.session.Include;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.Reasoning;
import io.realtime4j.model.session.ReasoningEffort;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.tool.ToolChoice;
import io.realtime4j.model.tool.ToolChoiceFunction;
import io.realtime4j.model.tool.ToolChoiceMode;
import io.realtime4j.session.Greeting;
import io.realtime4j.spring.boot.autoconfigure.session.AudioOutputProperties;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Internal mapper from {@link SessionProperties} to the settings of a session. What is
 * not set is not sent.
 */
public final class PropertiesSessionSettingsMapper {

	private static final String PREFIX = "realtime.session.";

	private final SessionProperties properties;

	/**
	 * Create a mapper.
	 * @param properties the properties of the session
	 */
	public PropertiesSessionSettingsMapper(SessionProperties properties) {
		this.properties = properties;
	}

	/**
	 * Map the settings of a session with a model.
	 * @return a builder with the settings
	 */
	public RealtimeSessionSettings.Builder realtime() {
		SessionProperties session = this.properties;
		PropertyChecks.notBlank(session.getModel(), PREFIX + "model");
		PropertyChecks.between(session.getTemperature(), 0.6, 1.2, PREFIX + "temperature");
		RealtimeSessionSettings.Builder settings = RealtimeSessionSettings.builder();
		PropertyMapper map = PropertyMapper.get();
		settings
			.model((session.getModel() != null) ? new RealtimeModel(session.getModel()) : RealtimeModel.GPT_REALTIME);
		map.from(() -> InstructionsMapper.map(session.getInstructions(), session.getInstructionsLocation(), PREFIX))
			.to(settings::instructions);
		map.from(session::getOutputModalities)
			.as(PropertiesSessionSettingsMapper::modalities)
			.to(settings::outputModalities);
		map.from(() -> AudioPropertiesMapper.map(session.getAudio())).to(settings::audio);
		map.from(session::getInclude).as(PropertiesSessionSettingsMapper::includes).to(settings::include);
		map.from(session::getToolChoice).as(PropertiesSessionSettingsMapper::toolChoice).to(settings::toolChoice);
		map.from(session::getParallelToolCalls).to(settings::parallelToolCalls);
		map.from(session.getReasoning()::getEffort)
			.as((effort) -> new Reasoning(new ReasoningEffort(effort)))
			.to(settings::reasoning);
		map.from(session::getMaxOutputTokens)
			.as(PropertiesSessionSettingsMapper::maxOutputTokens)
			.to(settings::maxOutputTokens);
		map.from(session::getTemperature).to(settings::temperature);
		ServicePropertiesMapper.map(session, settings);
		return settings;
	}

	/**
	 * Map the settings of a session that only transcribes.
	 * @return a builder with the settings
	 */
	public TranscriptionSessionSettings.Builder transcription() {
		PropertyChecks.unset(ofRealtime(),
				"does not fit '" + PREFIX + "type' transcription: no model answers in such a session");
		PropertyChecks.check(
				!Boolean.FALSE.equals(this.properties.getAudio().getInput().getTranscription().getEnabled()),
				PREFIX + "audio.input.transcription.enabled",
				"must not be false for '" + PREFIX + "type' transcription");
		TranscriptionSessionSettings.Builder settings = TranscriptionSessionSettings.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(() -> AudioPropertiesMapper.map(this.properties.getAudio())).to(settings::audio);
		map.from(this.properties::getInclude).as(PropertiesSessionSettingsMapper::includes).to(settings::include);
		return settings;
	}

	/**
	 * Map the greeting.
	 * @return the greeting, or {@code null} if none is set
	 */
	public @Nullable Greeting greeting() {
		String instructions = this.properties.getGreeting().getInstructions();
		String text = this.properties.getGreeting().getText();
		PropertyChecks.instructionsOrText(instructions, text, PREFIX + "greeting.");
		if (instructions != null) {
			return Greeting.ofInstructions(instructions);
		}
		return (text != null) ? Greeting.ofText(text) : null;
	}

	private Map<String, @Nullable Object> ofRealtime() {
		SessionProperties session = this.properties;
		AudioOutputProperties output = session.getAudio().getOutput();
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(PREFIX + "model", session.getModel());
		values.put(PREFIX + "instructions", session.getInstructions());
		values.put(PREFIX + "instructions-location", session.getInstructionsLocation());
		values.put(PREFIX + "output-modalities", session.getOutputModalities());
		values.put(PREFIX + "tool-choice", session.getToolChoice());
		values.put(PREFIX + "parallel-tool-calls", session.getParallelToolCalls());
		values.put(PREFIX + "max-output-tokens", session.getMaxOutputTokens());
		values.put(PREFIX + "temperature", session.getTemperature());
		values.put(PREFIX + "reasoning.effort", session.getReasoning().getEffort());
		values.put(PREFIX + "greeting.instructions", session.getGreeting().getInstructions());
		values.put(PREFIX + "greeting.text", session.getGreeting().getText());
		values.put(PREFIX + "tools.mcp", session.getTools().getMcp());
		values.put(PREFIX + "audio.output.format.type", output.getFormat().getType());
		values.put(PREFIX + "audio.output.format.rate", output.getFormat().getRate());
		values.put(PREFIX + "audio.output.voice", output.getVoice());
		values.put(PREFIX + "audio.output.voice-type", output.getVoiceType());
		values.put(PREFIX + "audio.output.voice-id", output.getVoiceId());
		values.put(PREFIX + "audio.output.speed", output.getSpeed());
		values.putAll(ServicePropertiesMapper.values(session));
		return values;
	}

	private static List<Modality> modalities(List<String> values) {
		return values.stream().map(Modality::new).toList();
	}

	private static List<Include> includes(List<String> values) {
		return values.stream().map(Include::new).toList();
	}

	private static ToolChoice toolChoice(String value) {
		PropertyChecks.notBlank(value, PREFIX + "tool-choice");
		return value.matches("auto|none|required") ? new ToolChoiceMode(value) : new ToolChoiceFunction(value);
	}

	private static MaxOutputTokens maxOutputTokens(String value) {
		PropertyChecks.check(value.matches("inf|[1-9]\\d{0,8}"), PREFIX + "max-output-tokens",
				"must be a positive number or inf");
		return MaxOutputTokens.parse(value);
	}

}
