//! What a list holds, who holds a role on a day, and what would fail on the night.

use crate::contacts::lists::{NIGHT, codes, messages, read, trinity, warnings, with_ruiz};
use breachbook::contacts::{card, seats::seats, show};
use breachbook::contract::contacts::Contacts;
use chrono::NaiveDate;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// Who can be called for a role on a day, first choice first.
fn called(list: &str, role: &str, day: &str) -> Vec<String> {
    let file = read(list);
    let found = seats(&file.list, "trinity", role, day.parse().unwrap());
    found.seats.iter().map(|seat| seat.party.name.clone()).collect()
}

#[test]
fn an_absence_counts_from_its_first_to_its_last_day_and_the_deputy_takes_the_place() {
    let list = with_ruiz("away = [{ from = 2026-12-20, to = 2027-01-04, deputy = \"m_ito\" }]");
    assert_eq!(called(&list, "privacy_officer", "2026-12-19"), ["A. Ruiz", "B. Cole"]);
    assert_eq!(called(&list, "privacy_officer", "2026-12-20"), ["M. Ito", "B. Cole"]);
    assert_eq!(called(&list, "privacy_officer", "2027-01-04"), ["M. Ito", "B. Cole"]);
    assert_eq!(called(&list, "privacy_officer", "2027-01-05"), ["A. Ruiz", "B. Cole"]);
}

#[test]
fn a_deputy_who_is_away_passes_it_on_and_a_circle_of_deputies_names_nobody() {
    let away = "away = [{ from = 2026-11-01, to = 2026-11-30, deputy = \"m_ito\" }]";
    let ito = "name = \"M. Ito\"\n";
    let passed = with_ruiz(away).replacen(
        ito,
        &format!("{ito}away = [{{ from = 2026-11-20, to = 2026-11-25, deputy = \"b_cole\" }}]\n"),
        1,
    );
    assert_eq!(called(&passed, "privacy_officer", "2026-11-22"), ["B. Cole"], "once, not twice");
    let circle = passed.replace("deputy = \"b_cole\"", "deputy = \"a_ruiz\"");
    assert_eq!(called(&circle, "privacy_officer", "2026-11-22"), ["B. Cole"]);
    let told = messages(&warnings(&circle, "2026-11-22"), "away-without-deputy");
    assert!(told[0].contains("A. Ruiz is away until 2026-11-30, and no deputy is there"), "{told:?}");
}

#[test]
fn what_is_written_for_one_playbook_goes_before_what_is_written_for_all() {
    let own = "[[holder]]\nrole = \"privacy_officer\"\nplaybook = \"trinity\"\npeople = [\"m_ito\"]\n";
    let list = format!("{NIGHT}\n{own}");
    assert_eq!(called(&list, "privacy_officer", "2026-11-22"), ["M. Ito"]);
    let file = read(&list);
    let elsewhere = seats(&file.list, "other", "privacy_officer", today());
    assert_eq!(elsewhere.seats[0].party.name, "A. Ruiz");
}

#[test]
fn numbers_that_nobody_tried_or_that_were_tried_long_ago_are_warned_of_with_the_basis() {
    let list = NIGHT.replacen("verified = 2026-10-02, verified_by = \"B. Cole\"", "verified = 2025-11-21", 1).replacen(
        "\"555-0103\", verified = 2026-10-02",
        "\"555-0103\"",
        1,
    );
    let found = warnings(&list, "2026-11-22");
    assert_eq!(
        messages(&found, "stale-channel"),
        ["A. Ruiz, mobile 555-0101: last tried on 2025-11-21, more than 12 months ago."]
    );
    assert_eq!(messages(&found, "unverified-channel").len(), 1);
    let stale = found.iter().find(|problem| problem.code.word() == "stale-channel").unwrap();
    assert!(stale.advice().contains("this program's, not a policy's"), "{}", stale.advice());
    // On the day itself the twelve months are not over, and another limit moves them.
    assert_eq!(messages(&warnings(&list, "2026-11-21"), "stale-channel").len(), 0);
    let longer = list.replacen("[list]", "[list]\nstale_after_months = 24", 1);
    assert_eq!(messages(&warnings(&longer, "2026-11-22"), "stale-channel").len(), 0);
    assert_eq!(messages(&warnings(NIGHT, "2026-09-01"), "verified-later").len(), 5);
}

#[test]
fn empty_seats_lone_holders_and_one_person_everywhere_are_warned_of() {
    let found = warnings(NIGHT, "2026-11-22");
    assert_eq!(messages(&found, "no-second-person").len(), 2, "an outside office stands alone");
    let nobody = messages(&found, "role-without-holder");
    assert!(nobody[0].contains("it_manager") && !nobody[0].contains("privacy_officer"), "{nobody:?}");
    let list = NIGHT.replace("people = [\"m_ito\"]", "people = [\"a_ruiz\", \"m_ito\"]");
    assert_eq!(
        messages(&warnings(&list, "2026-11-22"), "same-person-first"),
        ["A. Ruiz is the first choice for principal, privacy_officer."]
    );
}

#[test]
fn one_person_first_in_every_role_of_a_playbook_is_called_that() {
    let playbook = trinity();
    let roles = breachbook::contacts::review::needed_roles(&playbook).into_iter();
    let mut list = String::from(
        "[[person]]\nid = \"a\"\nname = \"A\"\nchannels = [{ kind = \"mobile\", value = \"555-0101\", verified = 2026-11-01 }]\n",
    );
    for role in roles {
        list.push_str(&format!("[[holder]]\nrole = \"{role}\"\npeople = [\"a\"]\n"));
    }
    let told = messages(&warnings(&list, "2026-11-22"), "same-person-first");
    assert_eq!(told, ["A is the first choice for every role of trinity."]);
}

#[test]
fn absences_that_overlap_people_whom_nobody_names_and_people_without_a_number_are_warned_of() {
    let list = with_ruiz(
        "away = [{ from = 2026-12-01, to = 2026-12-10 }, { from = 2026-12-10, to = 2026-12-20, deputy = \"b_cole\" }]",
    );
    let list = format!("{list}\n[[person]]\nid = \"z\"\nname = \"Z. Lone\"\n");
    let found = warnings(&list, "2026-11-22");
    assert_eq!(messages(&found, "away-twice").len(), 1);
    assert_eq!(messages(&found, "named-nowhere"), ["Z. Lone holds no role and stands in for nobody."]);
    assert_eq!(messages(&found, "unreachable"), ["Z. Lone has no number or address."]);
}

#[test]
fn names_that_no_playbook_has_are_told_with_what_was_perhaps_meant() {
    let list = NIGHT
        .replace("role = \"principal\"", "role = \"principle\"")
        .replace("silence = \"filing_site\"", "silence = \"filing_sight\"")
        .replace("clock = \"clock_tell\"", "clock = \"clock_told\"")
        .replace("playbooks = [\"trinity\"]", "playbooks = [\"trinitee\"]");
    let found = warnings(&list, "2026-11-22");
    for (code, help) in [
        ("unknown-playbook-role", "`principal`"),
        ("unknown-silence", "`filing_site`"),
        ("unknown-clock", "`clock_tell`"),
        ("unknown-playbook", "`trinity`"),
    ] {
        let one = found.iter().find(|problem| problem.code.word() == code).unwrap_or_else(|| panic!("{code}"));
        assert!(one.advice().contains(help), "{code}: {}", one.advice());
    }
}

#[test]
fn a_mistake_has_its_line_and_caret_and_what_it_is_about_is_left_out() {
    let list = NIGHT.replace("people = [\"a_ruiz\", \"b_cole\"]", "people = [\"a_ruz\", \"b_cole\"]");
    let file = read(&list);
    assert_eq!(file.mistakes(), 1);
    let shown = file.rendered(&file.problems);
    let line = list.lines().position(|line| line.contains("a_ruz")).unwrap() + 1;
    assert!(shown.contains(&format!("contacts.toml:{line}:11")) && shown.contains('^'), "{shown}");
    assert!(shown.contains("error[unknown-person]") && shown.contains("Did you mean `a_ruiz`?"), "{shown}");
    assert_eq!(called(&list, "privacy_officer", "2026-11-22"), ["B. Cole"], "the rest serves on the night");
}

#[test]
fn slips_of_the_pen_are_mistakes() {
    let reversed = with_ruiz("away = [{ from = 2026-12-20, to = 2026-12-01 }]");
    assert_eq!(codes(&reversed), ["away-reversed"]);
    assert_eq!(
        codes(&with_ruiz("away = [{ from = 2026-12-01, to = 2026-12-20, deputy = \"a_ruiz\" }]")),
        ["own-deputy"]
    );
    assert_eq!(codes(&with_ruiz("away = [{ from = 2026-12-01 }]")), ["missing-key"]);
    assert_eq!(codes(&with_ruiz("awya = []")), ["unknown-key"]);
    assert_eq!(codes(&NIGHT.replacen("\"mobile\"", "\"moblie\"", 1)), ["unknown-word"]);
    assert_eq!(codes(&NIGHT.replacen("id = \"b_cole\"", "id = \"a_ruiz\"", 1)).first(), Some(&"duplicate-id"));
    assert_eq!(codes(&NIGHT.replacen("role = \"principal\"", "role = \"privacy_officer\"", 1)), ["holder-twice"]);
    assert_eq!(codes(&NIGHT.replacen("schema = 1", "schema = 2", 1)), ["unsupported-schema"]);
    assert_eq!(codes(&NIGHT.replacen("name = \"B. Cole\"", "name = \"A. Ruiz\"", 1)), ["same-name"]);
}

#[test]
fn the_card_is_one_page_with_its_date_its_policy_and_that_it_is_no_legal_advice() {
    let list = with_ruiz("away = [{ from = 2026-11-20, to = 2026-11-30, deputy = \"b_cole\" }]");
    let page = card(&read(&list).list, &trinity(), today());
    assert!(page.lines().count() <= card::LINES && page.lines().all(|line| line.chars().count() <= card::WIDTH));
    let source = trinity().source;
    let follows = format!("Follows {}, {}, version {}", source.title, source.organisation, source.version.unwrap());
    assert!(page.contains("Printed on 2026-11-22.") && page.contains(&follows), "{page}");
    assert!(page.contains("Not legal advice."));
    let officer = page.lines().find(|line| line.starts_with("Privacy Officer")).unwrap();
    assert!(officer.contains("B. Cole (for A. Ruiz") && officer.contains("555-0103"), "{officer}");
    assert!(page.contains("\n  for Boone County") && page.contains("555-0190"), "{page}");
    assert!(page.contains("____"), "an empty seat can be written in by hand");
}

#[test]
fn a_number_is_never_cut_on_the_card() {
    let long = "switchboard 555-0177, then extension 4021, then ask for the officer on call";
    let list = NIGHT.replacen("\"555-0101\"", &format!("\"{long}\""), 1);
    let page = card(&read(&list).list, &trinity(), today());
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&format!("mobile {long} *")), "{page}");
}

#[test]
fn the_table_says_who_is_called_today_and_how_old_each_number_is() {
    let list = with_ruiz("away = [{ from = 2026-11-20, to = 2026-11-30, deputy = \"m_ito\" }]");
    let lines = show::to_lines(&read(&list).list, today()).join("\n");
    assert!(lines.contains("M. Ito (for A. Ruiz), then B. Cole"), "{lines}");
    assert!(lines.contains("A. Ruiz is away until 2026-11-30, deputy M. Ito"), "{lines}");
    assert!(lines.contains("verified 2026-10-02 by B. Cole, out of band"), "{lines}");
    let json = serde_json::to_value(Contacts::of(&read(&list).list, today())).unwrap();
    assert_eq!(json["schema"], "contacts/1");
    assert_eq!(json["holders"][0]["today"][0], "m_ito");
    assert_eq!(json["people"][0]["away_today"], true);
}
