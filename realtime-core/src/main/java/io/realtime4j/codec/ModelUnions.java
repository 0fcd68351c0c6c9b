package io.realtime4j.codec;

import java.util.List;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.model.audio.CustomVoice;
import io.realtime4j.model.audio.OutputVoice;
import io.realtime4j.model.audio.TypedVoice;
import io.realtime4j.model.audio.UnknownAudioFormat;
import io.realtime4j.model.audio.UnknownVoice;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.content.AudioPart;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.ContentReference;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputImage;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.content.ResponsePart;
import io.realtime4j.model.content.TextPart;
import io.realtime4j.model.content.UnknownContentPart;
import io.realtime4j.model.content.UnknownResponsePart;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemReference;
import io.realtime4j.model.item.McpApprovalRequest;
import io.realtime4j.model.item.McpApprovalResponse;
import io.realtime4j.model.item.McpCall;
import io.realtime4j.model.item.McpCallError;
import io.realtime4j.model.item.McpHttpError;
import io.realtime4j.model.item.McpListTools;
import io.realtime4j.model.item.McpProtocolError;
import io.realtime4j.model.item.McpToolExecutionError;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UnknownItem;
import io.realtime4j.model.item.UnknownMcpCallError;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.prompt.PromptFile;
import io.realtime4j.model.prompt.PromptImage;
import io.realtime4j.model.prompt.PromptString;
import io.realtime4j.model.prompt.PromptText;
import io.realtime4j.model.prompt.PromptVariable;
import io.realtime4j.model.prompt.UnknownPromptVariable;
import io.realtime4j.model.session.AzureSemanticVad;
import io.realtime4j.model.session.ExpiresAfter;
import io.realtime4j.model.session.ExpiresAt;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.RetentionRatio;
import io.realtime4j.model.session.SecretExpiry;
import io.realtime4j.model.session.SemanticVad;
import io.realtime4j.model.session.ServerVad;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.Tracing;
import io.realtime4j.model.session.TracingConfiguration;
import io.realtime4j.model.session.TracingMode;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.session.Truncation;
import io.realtime4j.model.session.TruncationMode;
import io.realtime4j.model.session.TurnDetection;
import io.realtime4j.model.session.UnknownSecretExpiry;
import io.realtime4j.model.session.UnknownSessionSettings;
import io.realtime4j.model.session.UnknownTracing;
import io.realtime4j.model.session.UnknownTruncation;
import io.realtime4j.model.session.UnknownTurnDetection;
import io.realtime4j.model.tool.AllowedTools;
import io.realtime4j.model.tool.ApprovalFilter;
import io.realtime4j.model.tool.ApprovalMode;
import io.realtime4j.model.tool.ApprovalPolicy;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.McpTool;
import io.realtime4j.model.tool.McpToolFilter;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.model.tool.ToolChoice;
import io.realtime4j.model.tool.ToolChoiceFunction;
import io.realtime4j.model.tool.ToolChoiceMcp;
import io.realtime4j.model.tool.ToolChoiceMode;
import io.realtime4j.model.tool.ToolNames;
import io.realtime4j.model.tool.UnknownAllowedTools;
import io.realtime4j.model.tool.UnknownApprovalPolicy;
import io.realtime4j.model.tool.UnknownTool;
import io.realtime4j.model.tool.UnknownToolChoice;
import io.realtime4j.model.transcription.TranscriptionDuration;
import io.realtime4j.model.transcription.TranscriptionTokens;
import io.realtime4j.model.transcription.TranscriptionUsage;
import io.realtime4j.model.transcription.UnknownTranscriptionUsage;

/**
 * The unions of the model and how the wire tells their variants apart.
 */
final class ModelUnions {

	static final List<Union<?>> ALL = List.of(items(), contentParts(), responseParts(), mcpCallErrors(), tools(),
			toolChoices(), allowedTools(), approvalPolicies(), promptVariables(), sessions(), turnDetections(),
			tracings(), truncations(), secretExpiries(), audioFormats(), voices(), transcriptionUsages());

	private ModelUnions() {
	}

	private static Union<Item> items() {
		return Union.of(Item.class, UnknownItem::new)
			.variant("message/system", SystemMessage.class)
			.variant("message/user", UserMessage.class)
			.variant("message/assistant", AssistantMessage.class)
			.variant("function_call", FunctionCall.class)
			.variant("function_call_output", FunctionCallOutput.class)
			.variant("mcp_approval_request", McpApprovalRequest.class)
			.variant("mcp_approval_response", McpApprovalResponse.class)
			.variant("mcp_list_tools", McpListTools.class)
			.variant("mcp_call", McpCall.class)
			.variant("item_reference", ItemReference.class);
	}

	private static Union<ContentPart> contentParts() {
		return Union.of(ContentPart.class, UnknownContentPart::new)
			.variant("input_text", InputText.class)
			.variant("input_audio", InputAudio.class)
			.variant("input_image", InputImage.class)
			.variant("output_text", OutputText.class)
			.variant("output_audio", OutputAudio.class)
			.variant("text", OutputText.class)
			.variant("audio", OutputAudio.class)
			.variant("item_reference", ContentReference.class);
	}

	private static Union<ResponsePart> responseParts() {
		return Union.of(ResponsePart.class, UnknownResponsePart::new)
			.variant("text", TextPart.class)
			.variant("audio", AudioPart.class)
			.variant("output_text", TextPart.class)
			.variant("output_audio", AudioPart.class);
	}

	private static Union<McpCallError> mcpCallErrors() {
		return Union.of(McpCallError.class, UnknownMcpCallError::new)
			.variant("protocol_error", McpProtocolError.class)
			.variant("tool_execution_error", McpToolExecutionError.class)
			.variant("http_error", McpHttpError.class);
	}

	private static Union<Tool> tools() {
		return Union.of(Tool.class, UnknownTool::new)
			.variant("function", FunctionTool.class)
			.variant("mcp", McpTool.class);
	}

	private static Union<ToolChoice> toolChoices() {
		return Union.of(ToolChoice.class, UnknownToolChoice::new)
			.text(ToolChoiceMode::new)
			.variant("function", ToolChoiceFunction.class)
			.variant("mcp", ToolChoiceMcp.class);
	}

	private static Union<AllowedTools> allowedTools() {
		return Union.of(AllowedTools.class, UnknownAllowedTools::new)
			.array(ToolNames::new)
			.untyped(McpToolFilter.class);
	}

	private static Union<ApprovalPolicy> approvalPolicies() {
		return Union.of(ApprovalPolicy.class, UnknownApprovalPolicy::new)
			.text(ApprovalMode::new)
			.untyped(ApprovalFilter.class);
	}

	private static Union<PromptVariable> promptVariables() {
		return Union.of(PromptVariable.class, UnknownPromptVariable::new)
			.text(PromptString::new)
			.variant("input_text", PromptText.class)
			.variant("input_image", PromptImage.class)
			.variant("input_file", PromptFile.class);
	}

	private static Union<SessionSettings> sessions() {
		return Union.of(SessionSettings.class, UnknownSessionSettings::new)
			.variant("realtime", RealtimeSessionSettings.class)
			.variant("transcription", TranscriptionSessionSettings.class)
			.untyped(RealtimeSessionSettings.class);
	}

	private static Union<TurnDetection> turnDetections() {
		return Union.of(TurnDetection.class, UnknownTurnDetection::new)
			.variant("server_vad", ServerVad.class)
			.variant("semantic_vad", SemanticVad.class)
			.variant(AzureSemanticVad.STANDARD, AzureSemanticVad.class)
			.variant(AzureSemanticVad.ENGLISH, AzureSemanticVad.class)
			.variant(AzureSemanticVad.MULTILINGUAL, AzureSemanticVad.class);
	}

	private static Union<Tracing> tracings() {
		return Union.of(Tracing.class, UnknownTracing::new).text(TracingMode::new).untyped(TracingConfiguration.class);
	}

	private static Union<Truncation> truncations() {
		return Union.of(Truncation.class, UnknownTruncation::new)
			.text(TruncationMode::new)
			.variant("retention_ratio", RetentionRatio.class);
	}

	private static Union<SecretExpiry> secretExpiries() {
		return Union.of(SecretExpiry.class, UnknownSecretExpiry::new)
			.number(ExpiresAt::new)
			.untyped(ExpiresAfter.class);
	}

	private static Union<AudioFormat> audioFormats() {
		return Union.of(AudioFormat.class, UnknownAudioFormat::new)
			.variant("audio/pcm", AudioPcm.class)
			.variant("audio/pcmu", AudioPcmu.class)
			.variant("audio/pcma", AudioPcma.class);
	}

	private static Union<OutputVoice> voices() {
		return Union.of(OutputVoice.class, UnknownVoice::new)
			.text(Voice::new)
			.untyped(CustomVoice.class)
			.anyType(TypedVoice.class, "name");
	}

	private static Union<TranscriptionUsage> transcriptionUsages() {
		return Union.of(TranscriptionUsage.class, UnknownTranscriptionUsage::new)
			.variant("tokens", TranscriptionTokens.class)
			.variant("duration", TranscriptionDuration.class);
	}

}
