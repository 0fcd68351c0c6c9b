package io.realtime4j.sample.desk;

import io.realtime4j.tool.ToolException;

/**
 * The desk cannot do what it was asked; the message says why, for the guest, and the
 * model is told it.
 */
public class RefusedException extends ToolException {

	RefusedException(String message) {
		super(message);
	}

}
