BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attendee (
	id INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	listed BOOLEAN NOT NULL, 
	walk_in BOOLEAN NOT NULL, 
	status TEXT NOT NULL, 
	external_id TEXT NOT NULL, 
	scan_code TEXT NOT NULL, 
	given_name TEXT NOT NULL, 
	family_name TEXT NOT NULL, 
	full_name TEXT NOT NULL, 
	email TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	job_title TEXT NOT NULL, 
	ticket_type TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	order_id TEXT NOT NULL, 
	note TEXT NOT NULL, 
	amended TEXT NOT NULL, 
	copies INTEGER NOT NULL, 
	arrived_at INTEGER, 
	family_key TEXT NOT NULL, 
	fingerprint INTEGER NOT NULL, 
	matched BOOLEAN NOT NULL, 
	help TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(event) REFERENCES event (id)
);
INSERT INTO "attendee" VALUES(772058866365924443,3023790562775383234,1,0,'confirmed','4885562090876303990','QR-ZOE','Zoé','Lefèvre','Zoé Lefèvre','zoe@example.org','Musée','Curator','Participant','','','','organisation',1,1796284800000,'lefevre zoe',5634635010169111433,0,'');
INSERT INTO "attendee" VALUES(3690672918287148249,3023790562775383234,1,1,'confirmed','1704362663271884251','','Ewa','Kowalczyk','Ewa Kowalczyk','','','','Participant','','','','',0,1796285100000,'kowalczyk ewa',7451384493396519201,0,'');
INSERT INTO "attendee" VALUES(4012543930046257074,3023790562775383234,1,0,'confirmed','7955428905094334359','QR-JEAN','Jean-Luc','d''Aubrac','Jean-Luc d''Aubrac','','','','Participant','','','','',0,1796284920000,'d aubrac jean luc',8315078037061547860,0,'');
INSERT INTO "attendee" VALUES(4461406135177429891,3023790562775383234,0,0,'confirmed','2743872439744053411','QR-ANNE','Anne','Petit','Anne Petit','','','','Participant','','','','',0,NULL,'petit anne',0,0,'');
INSERT INTO "attendee" VALUES(5276376739550501005,3023790562775383234,1,0,'pending','2385137451862189555','QR-MAX','Max','Martin','Max Martin','','','','Participant','','','','',0,NULL,'martin max',4635004817837601765,0,'');
CREATE TABLE desk (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "desk" VALUES('6ad454d0','Accueil','another machine');
CREATE TABLE event (
	id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	first_day TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "event" VALUES(3023790562775383234,'Numériser les collections','2026-12-03','{"title": "Numériser les collections", "days": ["2026-12-03", "2026-12-04"], "city": "Dijon", "venue": "La Coursive", "capacity": 100, "zone": "Europe/Paris", "language": "fr", "checkpoints": [{"key": "2026-12-03", "name": "", "day": "2026-12-03"}, {"key": "2026-12-04", "name": "", "day": "2026-12-04"}]}');
CREATE TABLE fact (
	desk TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	clock INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	attendee INTEGER, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (desk, number)
)
 WITHOUT ROWID

;
INSERT INTO "fact" VALUES('6ad454d0',1,1796284800000,3023790562775383234,NULL,'event_described','{"event":{"title":"Numériser les collections","days":["2026-12-03","2026-12-04"],"city":"Dijon","venue":"La Coursive","capacity":100,"zone":"Europe/Paris","language":"fr","checkpoints":[{"key":"2026-12-03","name":"","day":"2026-12-03"},{"key":"2026-12-04","name":"","day":"2026-12-04"}]}}');
INSERT INTO "fact" VALUES('6ad454d0',2,1796284800001,3023790562775383234,NULL,'import_started','{"file":"export.csv","digest":"first","platform":"pretix","newest":""}');
INSERT INTO "fact" VALUES('6ad454d0',3,1796284800002,3023790562775383234,772058866365924443,'registered','{"source":["6ad454d0",2],"registration":{"external_id":"4885562090876303990","scan_code":"QR-ZOE","given_name":"Zoé","family_name":"Lefèvre","full_name":"Zoé Lefèvre","email":"zoe@example.org","organisation":"Ocim","ticket_type":"Participant","status":"confirmed"}}');
INSERT INTO "fact" VALUES('6ad454d0',4,1796284800002,3023790562775383234,4012543930046257074,'registered','{"source":["6ad454d0",2],"registration":{"external_id":"7955428905094334359","scan_code":"QR-JEAN","given_name":"Jean-Luc","family_name":"d''Aubrac","full_name":"Jean-Luc d''Aubrac","ticket_type":"Participant","status":"confirmed","codes":["ORDER-1"],"answers":[["Diet","vegan"]]}}');
INSERT INTO "fact" VALUES('6ad454d0',5,1796284800002,3023790562775383234,5276376739550501005,'registered','{"source":["6ad454d0",2],"registration":{"external_id":"2385137451862189555","scan_code":"QR-MAX","given_name":"Max","family_name":"Martin","full_name":"Max Martin","ticket_type":"Participant","status":"pending"}}');
INSERT INTO "fact" VALUES('6ad454d0',6,1796284800003,3023790562775383234,NULL,'import_finished','{"source":["6ad454d0",2],"new":3,"changed":0,"cancelled":0,"kept":false}');
INSERT INTO "fact" VALUES('6ad454d0',7,1796284800004,3023790562775383234,NULL,'import_started','{"file":"export.csv","digest":"second","platform":"pretix","newest":""}');
INSERT INTO "fact" VALUES('6ad454d0',8,1796284800005,3023790562775383234,772058866365924443,'registered','{"source":["6ad454d0",7],"registration":{"external_id":"4885562090876303990","scan_code":"QR-ZOE","given_name":"Zoé","family_name":"Lefèvre","full_name":"Zoé Lefèvre","email":"zoe@example.org","organisation":"Ocim","job_title":"Curator","ticket_type":"Participant","status":"confirmed"}}');
INSERT INTO "fact" VALUES('6ad454d0',9,1796284800006,3023790562775383234,NULL,'import_finished','{"source":["6ad454d0",7],"new":0,"changed":1,"cancelled":0,"kept":false}');
INSERT INTO "fact" VALUES('6ad454d0',10,1796284800006,3023790562775383234,NULL,'import_confirmed','{"source":["6ad454d0",7],"prints":"F2tmtLdU2FMTbzPl"}');
INSERT INTO "fact" VALUES('6ad454d0',11,1796284800007,3023790562775383234,NULL,'import_started','{"file":"export.csv","digest":"third","platform":"pretix","newest":""}');
INSERT INTO "fact" VALUES('6ad454d0',12,1796284800008,3023790562775383234,4461406135177429891,'registered','{"source":["6ad454d0",11],"registration":{"external_id":"2743872439744053411","scan_code":"QR-ANNE","given_name":"Anne","family_name":"Petit","full_name":"Anne Petit","ticket_type":"Participant","status":"confirmed"}}');
INSERT INTO "fact" VALUES('6ad454d0',13,1796284800009,3023790562775383234,NULL,'import_finished','{"source":["6ad454d0",11],"new":1,"changed":0,"cancelled":0,"kept":false}');
INSERT INTO "fact" VALUES('6ad454d0',14,1796284800010,3023790562775383234,NULL,'annulled','{"target":["6ad454d0",11],"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',15,1796284800011,3023790562775383234,772058866365924443,'admitted','{"checkpoint":"2026-12-03","at":1796284800000,"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',16,1796284860000,3023790562775383234,5276376739550501005,'refused','{"code":"QR-MAX","checkpoint":"2026-12-03","outcome":"pending"}');
INSERT INTO "fact" VALUES('6ad454d0',17,1796284920000,3023790562775383234,4012543930046257074,'admitted','{"checkpoint":"2026-12-04","at":1796284920000,"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',18,1796284980000,3023790562775383234,4012543930046257074,'admitted','{"checkpoint":"2026-12-03","at":1796284980000,"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',19,1796285040000,3023790562775383234,4012543930046257074,'annulled','{"target":["6ad454d0",18],"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',20,1796285040001,3023790562775383234,772058866365924443,'amended','{"field":"organisation","value":"Musée","reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',21,1796285100000,3023790562775383234,3690672918287148249,'walked_in','{"registration":{"external_id":"1704362663271884251","given_name":"Ewa","family_name":"Kowalczyk","full_name":"Ewa Kowalczyk","ticket_type":"Participant","status":"confirmed"}}');
INSERT INTO "fact" VALUES('6ad454d0',22,1796285100000,3023790562775383234,3690672918287148249,'admitted','{"checkpoint":"2026-12-03","at":1796285100000,"reason":""}');
INSERT INTO "fact" VALUES('6ad454d0',23,1796285160000,3023790562775383234,772058866365924443,'handed_out','{"what":"Bag"}');
INSERT INTO "fact" VALUES('6ad454d0',24,1796285160001,3023790562775383234,772058866365924443,'answered','{"question":"Photos?","answer":"no"}');
INSERT INTO "fact" VALUES('6ad454d0',25,1796285160002,3023790562775383234,772058866365924443,'accompanied','{"checkpoint":"2026-12-03","count":2,"at":1796285160000}');
INSERT INTO "fact" VALUES('6ad454d0',26,1796285160003,3023790562775383234,5276376739550501005,'help_wanted','{"note":"no invoice"}');
INSERT INTO "fact" VALUES('6ad454d0',27,1796285220000,3023790562775383234,5276376739550501005,'help_given','{"how":""}');
INSERT INTO "fact" VALUES('6ad454d0',28,1796285220001,3023790562775383234,772058866365924443,'badge_printed','{"layout":"classic","stock":"a6","printer":""}');
CREATE TABLE presence (
	attendee INTEGER NOT NULL, 
	checkpoint TEXT NOT NULL, 
	event INTEGER NOT NULL, 
	first_at INTEGER NOT NULL, 
	desk TEXT NOT NULL, 
	last_at INTEGER NOT NULL, 
	inside BOOLEAN NOT NULL, 
	entries INTEGER NOT NULL, 
	companions INTEGER NOT NULL, 
	PRIMARY KEY (attendee, checkpoint), 
	FOREIGN KEY(attendee) REFERENCES attendee (id)
)
 WITHOUT ROWID

;
INSERT INTO "presence" VALUES(772058866365924443,'2026-12-03',3023790562775383234,1796284800000,'6ad454d0',1796284800000,1,1,2);
INSERT INTO "presence" VALUES(3690672918287148249,'2026-12-03',3023790562775383234,1796285100000,'6ad454d0',1796285100000,1,1,0);
INSERT INTO "presence" VALUES(4012543930046257074,'2026-12-04',3023790562775383234,1796284920000,'6ad454d0',1796284920000,1,1,0);
CREATE TABLE print_job (
	id INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	people TEXT NOT NULL, 
	layout TEXT NOT NULL, 
	stock TEXT NOT NULL, 
	printer TEXT NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	because TEXT NOT NULL, 
	voids INTEGER NOT NULL, 
	first_label INTEGER NOT NULL, 
	attempts INTEGER NOT NULL, 
	asked_at INTEGER NOT NULL, 
	changed_at INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE roster_line (
	event INTEGER NOT NULL, 
	family_key TEXT NOT NULL, 
	attendee INTEGER NOT NULL, 
	PRIMARY KEY (event, family_key, attendee), 
	FOREIGN KEY(attendee) REFERENCES attendee (id)
)
 WITHOUT ROWID

;
INSERT INTO "roster_line" VALUES(3023790562775383234,'d aubrac jean luc',4012543930046257074);
INSERT INTO "roster_line" VALUES(3023790562775383234,'kowalczyk ewa',3690672918287148249);
INSERT INTO "roster_line" VALUES(3023790562775383234,'lefevre zoe',772058866365924443);
INSERT INTO "roster_line" VALUES(3023790562775383234,'martin max',5276376739550501005);
CREATE TABLE setting (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('event','3023790562775383234');
INSERT INTO "setting" VALUES('language','fr');
CREATE TABLE ticket_code (
	event INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	attendee INTEGER NOT NULL, 
	PRIMARY KEY (event, code, attendee), 
	FOREIGN KEY(attendee) REFERENCES attendee (id)
)
 WITHOUT ROWID

;
INSERT INTO "ticket_code" VALUES(3023790562775383234,'ORDER-1',4012543930046257074);
INSERT INTO "ticket_code" VALUES(3023790562775383234,'QR-JEAN',4012543930046257074);
INSERT INTO "ticket_code" VALUES(3023790562775383234,'QR-MAX',5276376739550501005);
INSERT INTO "ticket_code" VALUES(3023790562775383234,'QR-ZOE',772058866365924443);
INSERT INTO "ticket_code" VALUES(3023790562775383234,'UGRBVVJLTPVGG',3690672918287148249);
CREATE INDEX print_job_by_state ON print_job (state);
CREATE INDEX fact_of_attendee ON fact (attendee);
CREATE INDEX fact_of_event ON fact (event, kind) WHERE attendee IS NULL;
CREATE INDEX attendee_help ON attendee (event) WHERE help <> '';
CREATE INDEX attendee_matched ON attendee (event) WHERE matched;
CREATE INDEX attendee_by_status ON attendee (event, listed, status, ticket_type, walk_in, arrived_at);
CREATE INDEX presence_companions ON presence (event, checkpoint, companions) WHERE companions > 0;
CREATE INDEX presence_by_time ON presence (event, checkpoint, first_at);
CREATE INDEX presence_left ON presence (event, checkpoint) WHERE NOT inside;
COMMIT;
CREATE VIRTUAL TABLE person_search USING fts5(name, rest, answers, tokenize = "ascii", prefix = '1 2', detail = 'column', columnsize = 0);
CREATE VIRTUAL TABLE person_word USING fts5vocab(person_search, 'col');
INSERT INTO person_search (rowid, name, rest, answers) VALUES (772058866365924443, 'zoe lefevre', '4885562090876303990 example musee org', 'no');
INSERT INTO person_search (rowid, name, rest, answers) VALUES (3690672918287148249, 'ewa kowalczyk', '1704362663271884251', '');
INSERT INTO person_search (rowid, name, rest, answers) VALUES (4012543930046257074, 'jean luc d aubrac jeanluc daubrac', '7955428905094334359', 'vegan');
INSERT INTO person_search (rowid, name, rest, answers) VALUES (5276376739550501005, 'max martin', '2385137451862189555', '');
