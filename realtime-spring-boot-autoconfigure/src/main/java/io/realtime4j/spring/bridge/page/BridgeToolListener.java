package io.realtime4j.spring.bridge.page;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;

/**
 * Internal listener that shows tool calls on pages.
 *
 * @since 0.1.0
 */
public class BridgeToolListener implements ToolListener {

	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		PageView view = session.feature(PageView.class);
		if (view != null) {
			view.onToolEvent(event);
		}
	}

}
