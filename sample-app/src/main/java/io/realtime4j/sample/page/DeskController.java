package io.realtime4j.sample.page;

import java.util.List;

import io.realtime4j.sample.ServerInUse;
import io.realtime4j.sample.desk.Booking;
import io.realtime4j.sample.desk.BookingBook;
import io.realtime4j.sample.desk.DecisionsByWord;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller for what the page needs besides the conversation, which the bridge carries.
 */
@RestController
@RequestMapping("/desk")
class DeskController {

	private final BookingBook book;

	private final ServerInUse server;

	private final DecisionsByWord decisions;

	DeskController(BookingBook book, ServerInUse server, DecisionsByWord decisions) {
		this.decisions = decisions;
		this.book = book;
		this.server = server;
	}

	@GetMapping("/bookings")
	List<Booking> bookings() {
		return this.book.all();
	}

	@GetMapping("/server")
	Server server() {
		return new Server(this.server.name(), this.server.isSimulator(), this.decisions.tools());
	}

	/**
	 * Who answers.
	 *
	 * @param name a name for people
	 * @param simulator whether it is the simulator
	 * @param decidedByWord the tools that take a yes or a no in words
	 */
	record Server(String name, boolean simulator, List<String> decidedByWord) {

	}

}
