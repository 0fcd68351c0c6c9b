package consumer;

import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseStatus;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class ConsumerApplicationTests {

	@Test
	void hearsTheAnswerToWhatItSaysWhenTheSessionOpens(@Autowired Greeter greeter) throws Exception {
		ResponseDone done = greeter.done().get(30, TimeUnit.SECONDS);
		assertThat(done.response().status()).isEqualTo(ResponseStatus.COMPLETED);
		assertThat(greeter.heard()).isNotBlank();
	}

}
