/**
 * Shows the book of the restaurant.
 */
export class Bookings {

	constructor(list, empty) {
		this.list = list;
		this.empty = empty;
	}

	show(bookings) {
		this.list.replaceChildren(...bookings.map(entry));
		this.empty.hidden = bookings.length > 0;
		for (const badge of document.querySelectorAll('[data-count="bookings"]')) {
			badge.textContent = bookings.length;
		}
	}

}

function entry(booking) {
	const element = document.createElement('li');
	const when = new Date(booking.at).toLocaleString(undefined,
		{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
	const parts = {
		who: booking.name,
		guests: booking.guests === 1 ? '1 guest' : `${booking.guests} guests`,
		when,
		number: `No. ${booking.number}`
	};
	for (const [name, text] of Object.entries(parts)) {
		const span = document.createElement('span');
		span.className = name;
		span.textContent = text;
		element.append(span, ' ');
	}
	return element;
}
