package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets each test of a scripted session end with a server that says nothing any more: no
 * wait may last for ever, whatever came before. It is found by JUnit, so that each test
 * is run so.
 */
public class SilenceAtTheEnd implements BeforeAllCallback, AfterEachCallback {

	private static final ThreadLocal<List<Runnable>> ENDINGS = ThreadLocal.withInitial(ArrayList::new);

	static void after(Runnable ending) {
		ENDINGS.get().add(ending);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		ENDINGS.remove();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		List<Runnable> endings = ENDINGS.get();
		ENDINGS.remove();
		if (context.getExecutionException().isEmpty()) {
			endings.forEach(Runnable::run);
		}
	}

}
