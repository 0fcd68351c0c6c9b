const NAMES = { user: 'You', assistant: 'Desk', tool: 'Tool' };

/** Save the conversation as text. */
export function saveText(transcript) {
	const lines = transcript.map((line) => line.role === 'tool'
		? `Tool: ${line.name} ${line.arguments ?? ''} -> ${line.output ?? line.state}`
		: `${NAMES[line.role]}: ${line.text}${line.interrupted ? ` [${line.left ? 'heard until the page was left' : 'interrupted'}]` : ''}`);
	save('conversation.txt', 'text/plain', `${lines.join('\n')}\n`);
}

/** Save the conversation with all that is known of it. */
export function saveJson(transcript) {
	save('conversation.json', 'application/json', JSON.stringify(transcript, null, 2));
}

function save(name, type, text) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
