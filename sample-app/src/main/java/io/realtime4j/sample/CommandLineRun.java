package io.realtime4j.sample;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;

/**
 * Base class for what a command does and then ends: with the exit code 0, or with 1 and a
 * reason if that was not possible.
 */
public abstract class CommandLineRun implements ApplicationRunner, ExitCodeGenerator {

	private int exitCode = 1;

	@Override
	public final void run(ApplicationArguments arguments) throws InterruptedException {
		try {
			execute(arguments);
			this.exitCode = 0;
		}
		catch (UsageException ex) {
			System.err.println(ex.getMessage());
		}
	}

	/**
	 * Do what the command asks for.
	 * @param arguments the command line
	 * @throws UsageException if that is not possible, with the reason
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	protected abstract void execute(ApplicationArguments arguments) throws InterruptedException;

	@Override
	public final int getExitCode() {
		return this.exitCode;
	}

}
