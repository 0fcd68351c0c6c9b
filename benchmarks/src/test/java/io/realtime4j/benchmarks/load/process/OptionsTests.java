package io.realtime4j.benchmarks.load.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Options} and {@link Figures}.
 */
class OptionsTests {

	@Test
	void readsValuesAndFlags() {
		Options options = Options.of("--frames=20", "--seconds=0.5", "--large", "--java=/a/java,/b/java");
		assertThat(options.number("frames", 1)).isEqualTo(20);
		assertThat(options.number("rounds", 5)).isEqualTo(5);
		assertThat(options.seconds("seconds", Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
		assertThat(options.seconds("warmup", Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
		assertThat(options.flag("large")).isTrue();
		assertThat(options.flag("small")).isFalse();
		assertThat(options.javas()).containsExactly(Path.of("/a/java"), Path.of("/b/java"));
	}

	@Test
	void goesThroughTheArgumentsOfAnotherJvm() {
		Options options = Options.of("--a=1=2").with("b", true);
		assertThat(Options.of(options.arguments().toArray(String[]::new)).text("a")).isEqualTo("1=2");
		assertThat(options.arguments()).containsExactly("--a=1=2", "--b=true");
	}

	@Test
	void refusesWhatIsNoOption() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.of("frames=20"));
		assertThatIllegalArgumentException().isThrownBy(() -> Options.of().text("url")).withMessageContaining("--url");
		assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--frame=2").requireOnly(Set.of("frames")));
	}

	@Test
	void figuresGoThroughALine() {
		Figures figures = Figures.parse("sent=20 received=19");
		assertThat(figures).isEqualTo(Figures.none().with("sent", 20).with("received", 19));
		assertThatIllegalStateException().isThrownBy(() -> figures.get("lost")).withMessageContaining("lost");
	}

}
