package io.realtime4j.playback;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlaybackControl}.
 */
class PlaybackControlTests {

	/**
	 * The length of one second of audio.
	 */
	private static final int SECOND = 48_000;

	private final Playing playing = new Playing();

	@Test
	void speechCutsWhatIsHeardAtThePositionOfTheSink() {
		this.playing.receive(answer("r", "a", 5 * SECOND)).pass(2000).receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "clear", "cancel r", "truncate a/0 2000");
	}

	@Test
	void positionOfTheSinkCountsAndNotTheTimeThatPassed() {
		this.playing.receive(answer("r", "a", SECOND))
			.pass(3000)
			.receive(ServerTalk.audio("r", "a", SECOND))
			.pass(400)
			.receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "play a", "clear", "cancel r", "truncate a/0 1400");
	}

	@Test
	void itemOfWhichNothingWasHeardIsDeleted() {
		this.playing.receive(answer("r", "a", SECOND)).receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "clear", "cancel r", "delete a");
	}

	@Test
	void itemWhoseAudioHasNotComeIsDeleted() {
		this.playing.receive(ServerTalk.responseCreated("r"),
				ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.part("response.content_part.added", "r", "a", "'part':{'type':'audio','transcript':''}"),
				ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("clear", "cancel r", "delete a");
	}

	@Test
	void whatWasPlayedToItsEndStays() {
		this.playing.receive(answer("r", "a", SECOND))
			.receive(ServerTalk.audioDone("r", "a"), ServerTalk.responseDone("r", "completed", ""))
			.pass(1000)
			.receive(ServerTalk.speechStarted("u"))
			.interrupt();
		assertThat(this.playing.done()).containsExactly("play a");
	}

	@Test
	void speechThatIsStillGeneratedIsCutThoughAllThatCameWasPlayed() {
		this.playing.receive(answer("r", "a", SECOND)).pass(1500).receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "clear", "cancel r", "truncate a/0 1000");
	}

	@Test
	void playbackOutlivesItsResponse() {
		this.playing.receive(answer("r", "a", 5 * SECOND))
			.receive(ServerTalk.audioDone("r", "a"), ServerTalk.responseDone("r", "completed", ""))
			.pass(2000)
			.interrupt()
			.pass(1000)
			.receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "clear", "truncate a/0 2000");
	}

	@Test
	void whatWaitsBehindTheHeardItemIsDeleted() {
		this.playing.receive(answer("r1", "a", 2 * SECOND))
			.receive(ServerTalk.responseDone("r1", "completed", ""))
			.receive(answer("r2", "b", SECOND))
			.receive(answer("r2", "c", SECOND))
			.pass(500)
			.interrupt();
		assertThat(this.playing.done()).containsExactly("play a", "play b", "play c", "clear", "cancel r2",
				"truncate a/0 500", "delete b", "delete c");
	}

	@Test
	void secondPartOfHeardItemIsCutToNextToNothing() {
		this.playing.receive(answer("r", "a", SECOND))
			.receive(ServerTalk
				.event("{'type':'response.output_audio.delta','response_id':'r','item_id':'a','output_index':0,"
						+ "'content_index':1,'delta':'" + "AAAA".repeat(1000) + "'}"))
			.pass(300)
			.interrupt();
		assertThat(this.playing.done()).containsExactly("play a", "play a", "clear", "cancel r", "truncate a/0 300",
				"truncate a/1 1");
	}

	@Test
	void nothingOfCancelledResponseIsHeardOrPlayed() {
		this.playing.receive(answer("r", "a", SECOND)).pass(100).receive(ServerTalk.speechStarted("u"));
		this.playing.done();
		this.playing.heard.clear();
		ServerEvent done = ServerTalk.responseDone("r", "cancelled", "");
		this.playing.receive(ServerTalk.audio("r", "a", SECOND), ServerTalk.transcriptDelta("r", "a", "late"),
				ServerTalk.textDelta("r", "a", "late"), ServerTalk.transcriptDone("r", "a", "late"), done,
				ServerTalk.audio("r", "a", SECOND));
		assertThat(this.playing.done()).isEmpty();
		assertThat(this.playing.heard).containsExactly(done);
	}

	@Test
	void itemThatComesAfterTheCancelIsDeletedOnce() {
		this.playing.receive(ServerTalk.responseCreated("r"))
			.interrupt()
			.receive(ServerTalk.assistant("added", "a", null, "in_progress", ""), ServerTalk.audio("r", "a", SECOND),
					ServerTalk.audio("r", "a", SECOND));
		assertThat(this.playing.done()).containsExactly("clear", "cancel r", "delete a");
	}

	@Test
	void responseIsCancelledOnlyOnce() {
		this.playing.receive(answer("r", "a", SECOND)).interrupt().interrupt().receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a", "clear", "cancel r", "delete a");
	}

	@Test
	void awaitedResponseIsCancelledWhenItIsCreated() {
		this.playing.carryOut(this.playing.control.interrupt(true));
		this.playing.interrupt();
		assertThat(this.playing.done()).isEmpty();
		this.playing.receive(answer("r", "a", SECOND));
		assertThat(this.playing.done()).containsExactly("cancel r", "delete a");
		this.playing.receive(ServerTalk.responseDone("r", "cancelled", "")).receive(answer("r2", "b", SECOND));
		assertThat(this.playing.done()).containsExactly("play b");
	}

	@Test
	void answerToWhoeverSpeaksAgainIsNot() {
		this.playing.carryOut(this.playing.control.interrupt(true));
		this.playing.receive(ServerTalk.speechStarted("u"), speechStopped(), ServerTalk.responseCreated("r"));
		assertThat(this.playing.done()).isEmpty();
	}

	@Test
	void refusedRequestIsAwaitedNoMore() {
		this.playing.carryOut(this.playing.control.interrupt(true));
		this.playing.receive(error("rate_limit", "x"), ServerTalk.responseCreated("r"));
		assertThat(this.playing.done()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "server_vad", "semantic_vad" })
	void speechDoesNotInterruptWhereSettingsSaySo(String type) {
		this.playing.receive(ServerTalk.turnDetection("{'type':'" + type + "','interrupt_response':false}"))
			.receive(answer("r", "a", SECOND))
			.pass(100)
			.receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).containsExactly("play a");
		this.playing.interrupt();
		assertThat(this.playing.done()).containsExactly("clear", "cancel r", "truncate a/0 100");
	}

	@Test
	void idleTurnInterruptsNothing() {
		this.playing.receive(answer("r", "a", SECOND)).receive(ServerTalk.idle("u"));
		assertThat(this.playing.done()).containsExactly("play a");
	}

	@Test
	void telephonyAudioIsMeasuredByItsFormat() {
		this.playing.receive(ServerTalk.sessionUpdated("{'output':{'format':{'type':'audio/pcmu'}}}"))
			.receive(answer("r", "a", 8000))
			.pass(250)
			.receive(ServerTalk.speechStarted("u"));
		assertThat(this.playing.done()).endsWith("truncate a/0 250");
	}

	@Test
	void responseBesideTheConversationRunsOnUnlessItIsSpoken() {
		this.playing
			.receive(ServerTalk.responseCreated("r0"), ServerTalk.responseDone("r0", "completed", ""), beside("r1"),
					beside("r2"), ServerTalk.textDelta("r1", "x", "t"), ServerTalk.audio("r2", "y", SECOND))
			.interrupt();
		assertThat(this.playing.done()).containsExactly("play y", "clear", "cancel r2");
	}

	@Test
	void itemThatIsDeletedAlreadyIsLeftAlone() {
		this.playing.receive(answer("r", "a", SECOND))
			.receive(ServerTalk.deleted("a"), ServerTalk.responseDone("r", "completed", ""))
			.interrupt();
		assertThat(this.playing.done()).containsExactly("play a");
	}

	@Test
	void serverThatPlaysByItselfIsTold() {
		this.playing.receive(ServerTalk.event("{'type':'output_audio_buffer.started','response_id':'r'}")).interrupt();
		assertThat(this.playing.done()).containsExactly("clear server");
		this.playing.receive(ServerTalk.event("{'type':'output_audio_buffer.cleared','response_id':'r'}")).interrupt();
		assertThat(this.playing.done()).isEmpty();
	}

	@Test
	void afterReconnectWhatIsHeardIsCutUnderTheNameThatTheItemHasThen() {
		String name = "a-name-that-is-too-long-for-any-client";
		this.playing.receive(answer("r", name, SECOND)).pass(100);
		this.playing.control.onReconnect();
		this.playing.interrupt();
		assertThat(this.playing.done()).containsExactly("play " + name, "clear",
				"truncate " + Restoration.restoredId(name) + "/0 100");
	}

	@Test
	void cancelThatCameTooLateIsNoErrorToAnybody() {
		this.playing.receive(answer("r", "a", SECOND)).interrupt();
		this.playing.heard.clear();
		this.playing.receive(error("response_cancel_not_active", "interrupt_r"));
		assertThat(this.playing.heard).isEmpty();
		this.playing.receive(error("response_cancel_not_active", "event_1"), error("other", "interrupt_r"));
		assertThat(this.playing.heard).hasSize(2).hasOnlyElementsOfType(ErrorEvent.class);
	}

	private static ServerEvent[] answer(String response, String item, int bytes) {
		return new ServerEvent[] { ServerTalk.responseCreated(response),
				ServerTalk.assistant("added", item, null, "in_progress", ""), ServerTalk.audio(response, item, bytes) };
	}

	private static ServerEvent speechStopped() {
		return ServerTalk.event("{'type':'input_audio_buffer.speech_stopped','audio_end_ms':900,'item_id':'u'}");
	}

	private static ServerEvent beside(String response) {
		return ServerTalk.event("{'type':'response.created','response':{'id':'" + response
				+ "','status':'in_progress','conversation_id':null,'output':[]}}");
	}

	private static ServerEvent error(String code, String eventId) {
		return ServerTalk.event("{'type':'error','error':{'type':'invalid_request_error','code':'" + code
				+ "','message':'m','event_id':'" + eventId + "'}}");
	}

}
