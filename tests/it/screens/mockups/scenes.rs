//! The state that each mock-up shows, made through keys and by another laptop, and what the screen says then.

use crate::drills::table::Table;
use crate::screens::settled::settled;
use crate::support::desk::bundled_files;
use crate::support::facilitator::Facilitator;
use crate::support::program::Home;
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::case::ClockAction;
use breachbook::journal::Mode;
use breachbook::plain::arguments::typed;
use breachbook::session::{NewSession, Session};

fn lists(playbooks: &str, holders: &[(&str, &str, &str)]) -> String {
    let mut list = format!("schema = 1\n[list]\ntitle = \"Ours\"\nplaybooks = [{playbooks}]\n");
    for (at, (_, name, number)) in holders.iter().enumerate() {
        let channels = if number.is_empty() {
            String::new()
        } else {
            format!("\nchannels = [{{ kind = \"desk\", value = \"{number}\" }}]")
        };
        list += &format!("[[person]]\nid = \"p{at}\"\nname = \"{name}\"{channels}\n");
    }
    for (at, (role, ..)) in holders.iter().enumerate() {
        list += &format!("[[holder]]\nrole = \"{role}\"\npeople = [\"p{at}\"]\n");
    }
    list
}

/// A case with a title, on a policy, opened by somebody; the phone list knows these people.
fn opened(policy: &str, title: &str, person: &str, holders: &[(&str, &str, &str)]) -> Stage {
    let stage = Stage::home();
    std::fs::write(stage.library().join("contacts.toml"), lists(&format!("\"{policy}\""), holders)).unwrap();
    begins(&stage, policy, title, person, Mode::Live);
    stage.restarted_by(person).keys("<enter> <enter>")
}

fn begins(stage: &Stage, policy: &str, title: &str, person: &str, mode: Mode) {
    let new = NewSession { playbook: bundled_files(policy), title, person, mode };
    let clock = FixedClock::at(breachbook::base::Clock::read(&*stage.clock()).wall);
    drop(Session::start(&stage.library().join("cases"), new, Box::new(clock)).unwrap());
}

/// Records on another laptop, line by line as on the command line, and lets the stage see it.
fn elsewhere(stage: Stage, person: &str, lines: &[&str]) -> Stage {
    let case = stage.app.case().unwrap();
    let (folder, now) = (case.folder().clone(), case.now());
    let mut other = Session::open(folder, person, Box::new(FixedClock::at(now))).unwrap();
    for line in lines {
        other.submit(&typed(line).unwrap()).unwrap_or_else(|error| panic!("{line}: {error}"));
    }
    stage.after(1)
}

const COLLEGE: [(&str, &str, &str); 5] = [
    ("principal", "Dean Marsh", "555-0146"),
    ("deputy", "Robin Vale", "555-0147"),
    ("business_manager", "Kim Osei", "555-0148"),
    ("it_manager", "Jo Park", ""),
    ("college_council", "Lee Chan", "555-0150"),
];
const TOLD: [&str; 8] = [
    "call tell_privacy_officer reached",
    "answer discovered_at \"20m ago\"",
    "answer information_type health",
    "answer cause_and_extent \"Sent to the wrong parent\"",
    "answer context \"A list\"",
    "answer how_discovered staff",
    "answer discovered_by \"A. Ruiz\"",
    "task first_report done \"Told by telephone\"",
];
const OCCURRED: [&str; 4] = [
    "answer about_people yes",
    "answer what_happened disclosed",
    "answer whose_information students_parents",
    "decision breach_occurred has_occurred --reason \"By its words\"",
];

fn notes() -> Stage {
    opened("trinity", "Mail with health notes", "Pat Lee", &COLLEGE)
}

fn assessed() -> Stage {
    let stage = elsewhere(notes(), "Pat Lee", &TOLD);
    elsewhere(stage, "Pat Lee", &OCCURRED)
        .keys("<esc> <esc>")
        .keys(r#"/ "sent to the wrong" <enter> n <enter> y <enter>"#)
}

/// The decision is on the disk, and what it changed stands there.
fn decided() -> Stage {
    let stage = assessed().keys("u <enter> n <enter> y <enter>");
    stage.keys(r#"/ "escalate to the data" <enter> 1 "Health data of pupils" <tab> "Dean Marsh" <ctrl-s>"#)
}

pub fn home() -> String {
    let stage = decided().keys("<enter> g h");
    begins(&stage, "modot", "Spring tabletop", "Ana Ortiz", Mode::Exercise);
    let cases = std::fs::read_dir(stage.library().join("cases")).unwrap().map(|case| case.unwrap().path());
    let exercise = cases.into_iter().find(|case| case.file_name().unwrap().to_string_lossy().starts_with("ex-"));
    let mut facilitator = Facilitator::opens(&exercise.unwrap(), &stage.clock());
    facilitator.starts(&stage.clock(), "2026-11-22T21:10:00.000+10:30");
    facilitator.turns(&stage.clock(), ClockAction::Pause);
    begins(&stage, "msu", "Lab server disconnected", "Sam Roe", Mode::Live);
    stage.restarted().text()
}

pub fn first_call() -> String {
    opened("modot", "Laptop with bridge plans", "Pat Lee", &[]).text()
}

pub fn first_call_wide() -> String {
    opened("modot", "Laptop with bridge plans", "Pat Lee", &[]).at(120, 40).text()
}

pub fn steps() -> String {
    decided().keys("<enter> g s").text()
}

pub fn tests() -> String {
    decided().keys("<enter> g t <home> <down> <down> <down>").text()
}

pub fn criteria() -> String {
    assessed().text()
}

pub fn changed() -> String {
    decided().text()
}

fn university() -> Stage {
    let holders = [("general_counsel", "Ana Ortiz", "555-0151"), ("it_services", "Jo Park", "555-0152")];
    opened("shepherd", "Stolen laptop", "Pat Lee", &holders)
}

fn accessed() -> Stage {
    university().keys(r#"/ "unauthorized access to" <enter> y <enter>"#)
}

pub fn element() -> String {
    accessed().text()
}

pub fn line() -> String {
    accessed().keys(r#""nobody knows yet" <enter>"#).text()
}

pub fn waits() -> String {
    let stage = opened("msu", "Lab server disconnected", "Sam Roe", &[]);
    let stage = elsewhere(
        stage,
        "Sam Roe",
        &["answer ability_believed yes", "answer data_misused yes", "answer criminal_investigation yes"],
    )
    .keys("<esc> <esc>");
    settled(stage, 20).text()
}

pub fn decision() -> String {
    let stage = university().keys(r#"/ "Tell General Counsel" <enter> 1 "Ana Ortiz" <enter>"#);
    let view = "decision information_at_risk at_risk --role it_services --reason \"SSNs of 140 people on it\" --person \"Jo Park\"";
    let stage = elsewhere(stage, "Jo Park", &[view]);
    stage
        .keys(r#"/ "Is or was restricted" <enter> 2 "Counsel: the disk was encrypted, the key was not with it""#)
        .text()
}

pub fn rows() -> String {
    let stage = elsewhere(
        university(),
        "Pat Lee",
        &[
            "row affected_persons \"Abel Aker\" residence=WV class=student current=yes phone=555-0161 email=abel@example.org",
            "row affected_persons \"Ina Boyd\" residence=WV class=staff current=yes phone=555-0162",
            "row affected_persons \"Lê Thị Ngọc Ánh\" residence=OH class=student current=no phone=555-0163 email=anh@example.org",
            "answer affected_users 140",
        ],
    );
    stage.keys(r#"/ "Register of affected" <enter> <enter> "学 Chen""#).text()
}

pub fn call() -> String {
    decided().keys("<enter> g c 3 <enter>").text()
}

pub fn back() -> String {
    let stage = university()
        .keys(r#"/ "How many users" <enter> <enter> "14" <esc>"#)
        .keys("d")
        .keys("\"in 8m\" <enter>")
        .after(31 * 60);
    let stage = elsewhere(stage, "Jo Park", &["answer device_stolen yes", "answer discovered_at \"34m ago\""]);
    stage.after(60).keys("j").text()
}

/// The exercise of the pictures: two injects are out, one is held, one is due.
const SPRING: &str = include_str!("spring.toml");

fn led() -> (Table, Stage) {
    let mut table = Table::on(SPRING);
    table.at("10:00:00");
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock()).keys("<space> <home> <enter>");
    table.at("10:10:00");
    let stage = stage.looks().keys("<esc> <home> <enter>");
    table.at("10:30:00");
    let stage = stage.looks().keys("<esc> n <enter>");
    table.at("10:31:00");
    let stage = stage.looks().keys("<esc> <home> h");
    table.at("10:47:10");
    (table, stage.looks().keys("<esc> <home> <down>"))
}

pub fn console() -> String {
    led().1.text()
}

pub fn projector() -> String {
    let (table, _console) = led();
    let mut room = Stage::by(table.clock());
    room.app.project(table.case());
    room.looks().text()
}

pub fn together() -> String {
    let stage = elsewhere(elsewhere(notes(), "Pat Lee", &TOLD), "Pat Lee", &OCCURRED).keys("<esc> <esc>");
    stage.keys(r#"/ "sent to the wrong" <enter> b n <enter> y <enter> u <enter> n <enter> n"#).text()
}

pub fn correct() -> String {
    let stage = decided().keys("<enter> g c 1 <enter> g r <end> e");
    stage.keys(r#"3 "It rang out; I pressed the wrong digit""#).text()
}

pub fn end() -> String {
    let stage = notes()
        .keys(r#"/ "real risk of serious harm to anyone" <enter> -"#)
        .keys("\"Nobody can say\" <enter> <esc> <esc> g g");
    settled(stage, 20).text()
}

pub fn mine() -> String {
    decided().keys(r#"<enter> o "Jo Park" <enter> m"#).text()
}

pub fn plain() -> String {
    let home = Home::new();
    let case = home.start_on("modot", &["--title", "Laptop with bridge plans"]);
    home.walk(&case, "1\nR. Hale\n\n\n:go suspects_theft_or_access\nnobody knows yet\nu\n:quit\n").out
}

pub fn look_again() -> String {
    let lines = [
        "answer device_stolen yes",
        "answer affected_users 140",
        "answer information_affected yes",
        "decision credit_reading words --role general_counsel --reason \"By its words\"",
        "task offer_credit_monitoring done \"To all 140\"",
    ];
    let stage = elsewhere(university(), "Jo Park", &lines);
    let stage = elsewhere(stage, "Pat Lee", &["answer affected_users 9000"]).keys("<esc> <esc>");
    stage.keys(r#"/ "Offer free credit" <enter>"#).text()
}
