package io.realtime4j.sample.page;

import io.realtime4j.sample.desk.BookingsChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows the book of the restaurant.
 */
@Component
class OpenBook {

	private final LivePages pages;

	OpenBook(LivePages pages) {
		this.pages = pages;
	}

	@EventListener
	void on(BookingsChanged event) {
		this.pages.show(PageMessage.lasting("bookings", "all", event.bookings()));
	}

}
