CREATE TABLE IF NOT EXISTS realtime_conversation (
	id VARCHAR(64) NOT NULL PRIMARY KEY,
	user_name VARCHAR(255),
	owner_number BIGINT NOT NULL,
	started_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	ended_at BIGINT,
	details LONGTEXT NOT NULL,
	INDEX realtime_conversation_user (user_name, updated_at),
	INDEX realtime_conversation_updated (updated_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS realtime_conversation_item (
	conversation_id VARCHAR(64) NOT NULL,
	item_id VARCHAR(128) NOT NULL,
	item_position BIGINT NOT NULL,
	json LONGTEXT NOT NULL,
	PRIMARY KEY (conversation_id, item_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS realtime_call (
	call_id VARCHAR(255) NOT NULL PRIMARY KEY,
	family VARCHAR(32) NOT NULL,
	conversation_id VARCHAR(64) NOT NULL,
	added_at BIGINT NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS realtime_node (
	id VARCHAR(64) NOT NULL PRIMARY KEY,
	seen_at BIGINT NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS realtime_session_count (
	node_id VARCHAR(64) NOT NULL,
	user_hash VARCHAR(64) NOT NULL,
	sessions INTEGER NOT NULL,
	PRIMARY KEY (node_id, user_hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS realtime_tenant_spending (
	spent_on VARCHAR(10) NOT NULL,
	currency VARCHAR(3) NOT NULL,
	tenant_hash VARCHAR(64) NOT NULL,
	node_id VARCHAR(64) NOT NULL,
	amount DECIMAL(38, 15) NOT NULL,
	PRIMARY KEY (spent_on, currency, tenant_hash, node_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
