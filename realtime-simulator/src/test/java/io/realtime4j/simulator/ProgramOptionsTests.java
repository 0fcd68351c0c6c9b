package io.realtime4j.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ProgramOptions}.
 */
class ProgramOptionsTests {

	@Test
	void listensToThisMachineAtAnyPort() {
		assertThat(ProgramOptions.of()).isEqualTo(new ProgramOptions(0, "127.0.0.1", false));
	}

	@Test
	void takesPortAndHost() {
		assertThat(ProgramOptions.of("--host=0.0.0.0", "--port=8099"))
			.isEqualTo(new ProgramOptions(8099, "0.0.0.0", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h" })
	void helps(String arg) {
		assertThat(ProgramOptions.of("--port=1", arg).help()).isTrue();
		assertThat(ProgramOptions.USAGE).contains("--port=N", "--host=H");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port", "port=1", "--verbose", "", "--host=" })
	void namesAnOptionThatThereIsNot(String arg) {
		assertThatIllegalArgumentException().isThrownBy(() -> ProgramOptions.of(arg))
			.withMessage("Unknown option '" + arg + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http", "-1", "65536" })
	void namesAPortThatThereIsNot(String port) {
		assertThatIllegalArgumentException().isThrownBy(() -> ProgramOptions.of("--port=" + port))
			.withMessage("'" + port + "' is no port");
	}

}
