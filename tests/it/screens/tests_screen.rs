//! Tests: are we over the line, and why? And the same beside the question that is an element of one.

use crate::support::desk::Desk;
use crate::support::stage::Stage;
use breachbook::judge::View;
use breachbook::page::criteria::criteria;
use breachbook::page::test::{Test, leads_to, rows, title};
use breachbook::page::test_whole::whole;
use breachbook::page::{Block, Callout, Document, Link};

/// A document as rows of text: the sign, what it is, and after a bar what stands at the right edge.
fn read(document: &Document) -> Vec<String> {
    let row = |block: &Block| match block {
        Block::Row(row) => {
            let sign = row.state.map(|state| format!("{} ", state.sign())).unwrap_or_default();
            format!("{sign}{} | {}", row.what.words(), row.word.words())
        }
        Block::Text(line) | Block::Heading(_, line) => line.words(),
        Block::Labelled(label, line) => format!("{label}  {}", line.words()),
        Block::Gap => String::new(),
        other => panic!("{other:?} is no row"),
    };
    document.blocks.iter().map(row).map(|line| line.trim_end_matches([' ', '|']).to_owned()).collect()
}

fn beside(desk: &Desk, question: &str) -> Vec<String> {
    let view = desk.session.view();
    criteria(&view, view.playbook.position(question).unwrap()).as_ref().map(read).unwrap_or_default()
}

#[test]
fn beside_an_element_stand_the_others_with_what_is_known_of_them_and_who_decides() {
    let mut desk = Desk::open("trinity");
    desk.answer("multiple_individuals", "yes");
    assert_eq!(
        beside(&desk, "serious_harm"),
        [
            "Any yes of four: it may be appropriate to notify the team | C.c, C.d",
            "✓ yes  Multiple individuals are affected",
            "▸      There is, or may be, a real risk of serious harm",
            "○      It indicates a systemic problem",
            "○      There could be media or stakeholder attention",
            "1 yes so far. They help; the Privacy Officer decides.",
        ]
    );
    desk.answer("multiple_individuals", "no");
    desk.answer("serious_harm", "unknown");
    let beside = beside(&desk, "systemic_problem");
    assert_eq!(
        beside[1..3],
        ["- no   Multiple individuals are affected", "! ?    There is, or may be, a real risk of serious harm"]
    );
    assert_eq!(beside[5], "0 yes so far. They help; the Privacy Officer decides.");
}

#[test]
fn of_a_long_test_the_elements_around_the_question_stand_there_and_the_others_are_counted() {
    let mut desk = Desk::open("shepherd");
    desk.answer("unauthorized_access", "yes");
    let beside = beside(&desk, "acquisition");
    assert_eq!(beside[0], "Security breach in law (3.a): all eight, unless PR-3b applies | PR-3, PR-3a");
    assert_eq!(beside[1..4], ["✓ yes  Unauthorized access", "▸      And acquisition", "○      Of computerized data"]);
    assert_eq!(beside[4], "○      That is unencrypted | 5 more");
    assert_eq!(beside[5], "1 yes so far. A no ends this test only.");
}

#[test]
fn every_question_of_a_bundled_playbook_stands_marked_in_its_block_or_has_none() {
    for playbook in ["trinity", "modot", "morenet", "msu", "shepherd"] {
        let desk = Desk::open(playbook);
        let view = desk.session.view();
        for (at, item) in view.playbook.items.iter().enumerate() {
            let Some(block) = criteria(&view, at) else { continue };
            let marked = read(&block).iter().filter(|row| row.starts_with('▸')).count();
            assert!(marked >= 1, "{playbook}: {}: {:#?}", item.id, read(&block));
        }
    }
}
/// The escalation test of M4: two yes, one no, one not known.
fn escalation() -> Desk {
    let mut desk = Desk::open("trinity");
    for (question, answer) in [
        ("multiple_individuals", "yes"),
        ("serious_harm", "unknown"),
        ("systemic_problem", "no"),
        ("media_attention", "yes"),
    ] {
        desk.answer(question, answer);
    }
    desk
}

fn rule(view: &View<'_>, id: &str) -> Test {
    Test::Rule(view.playbook.rules.iter().position(|rule| rule.id.as_str() == id).unwrap())
}

#[test]
fn a_test_says_how_many_decided_it_and_of_each_element_the_answer_who_and_when() {
    let desk = escalation();
    let view = desk.session.view();
    let page = read(&whole(&view, rule(&view, "escalation_suggested"), false));
    assert_eq!(
        page,
        [
            "Any yes: it may be appropriate to notify the team | C.c, C.d",
            "Met by 2 of 4; one is enough. It suggests; people decide.",
            "✓ yes  Multiple individuals are affected | C.c, first question",
            "       R. Okafor 02:13",
            "! ?    There is, or may be, a real risk of serious harm | C.c, second question",
            "       not known yet. The clause asks whether there may be a risk: not knowing leans to yes.",
            "- no   It indicates a systemic problem | C.c, third question",
            "       R. Okafor 02:13",
            "✓ yes  There could be media or stakeholder attention | C.c, fourth question",
            "       R. Okafor 02:13",
        ]
    );
    let full = read(&whole(&view, rule(&view, "escalation_suggested"), true)).join("\n");
    for id in ["ESC-c1", "ESC-c2", "ESC-c3", "ESC-c4", "ESC-c", "ESC-d"] {
        let clause = view.playbook.clause(id).unwrap();
        assert_eq!(full.matches(&clause.text).count(), 1, "{id} in {full}");
    }
}

#[test]
fn what_is_met_stands_first_and_the_counts_are_those_of_the_rows() {
    for playbook in ["trinity", "modot", "morenet", "msu", "shepherd"] {
        let desk = if playbook == "trinity" { escalation() } else { Desk::open(playbook) };
        let view = desk.session.view();
        let rows: Vec<String> = rows(&view).into_iter().map(|(_, row)| row.what.words()).collect();
        let tests = view.playbook.rules.len() + view.playbook.scales.len();
        let count = |word: &str| rows.iter().filter(|row| row.starts_with(&format!("{word:<9}"))).count();
        let (met, not_met, waits) = (count("met"), count("not met"), count("waits"));
        let says = title(&view);
        if met + not_met > 0 {
            assert!(says.starts_with(&format!("{met} met · {not_met} not met")), "{playbook}: {says} {rows:#?}");
        } else {
            assert!(says.starts_with(&format!("None decided yet. {waits} wait; first: ")), "{playbook}: {says}");
        }
        assert!(met + not_met + waits <= tests, "{playbook}: {rows:#?}");
        let order = ["DO NOT", "met", "waits", "count", "not met", "off"];
        let place = |row: &String| order.iter().position(|word| row.starts_with(&format!("{word:<6}"))).unwrap();
        assert!(rows.is_sorted_by_key(place), "{playbook}: {rows:#?}");
    }
}

#[test]
fn before_anything_is_decided_the_title_names_the_first_thing_that_is_asked() {
    let mut desk = Desk::open("shepherd");
    assert_eq!(title(&desk.session.view()), "None decided yet. 26 wait; first: What is suspected?");
    desk.answer("way_in", "unknown");
    let says = title(&desk.session.view());
    assert!(says.starts_with("None decided yet. 26 wait; first: ") && !says.ends_with("What is suspected?"), "{says}");
}

#[test]
fn every_test_leads_to_what_it_waits_for_or_to_what_decided_it() {
    for playbook in ["trinity", "modot", "morenet", "msu", "shepherd"] {
        let desk = if playbook == "trinity" { escalation() } else { Desk::open(playbook) };
        let view = desk.session.view();
        for (test, row) in rows(&view) {
            let verdict = match test {
                Test::Rule(at) => &view.picture.rules[at].verdict,
                Test::Scale(at) => &view.picture.scales[at].verdict,
                Test::DoNot(_) | Test::Counts => continue,
            };
            let about = verdict.missing.iter().chain(verdict.decided_by());
            let about: Vec<_> = about.filter_map(|subject| view.playbook.position(subject.id().as_str())).collect();
            assert_eq!(
                leads_to(&view, test),
                about.first().copied().map(Link::Item),
                "{playbook}: {}",
                row.what.words()
            );
        }
    }
}

#[test]
fn a_scale_shows_its_levels_and_what_is_known_of_it() {
    let mut desk = Desk::open("shepherd");
    let impact = |desk: &Desk| {
        let view = desk.session.view();
        let at = view.playbook.scales.iter().position(|scale| scale.title == "Incident impact category").unwrap();
        read(&whole(&view, Test::Scale(at), false))
    };
    assert_eq!(impact(&desk)[1], "Not known yet; perhaps Critical/Major or Moderate or Minor.");
    desk.answer("potentially_database", "yes");
    let page = impact(&desk);
    assert_eq!(page[1], "At least Moderate, perhaps Critical/Major.", "{page:#?}");
    assert!(page.contains(&"✓ yes  Moderate | C. Moderate".to_owned()), "{page:#?}");
    assert!(page.contains(&"✓ yes  It is potentially database related | IC-2a".to_owned()), "{page:#?}");
    let view = desk.session.view();
    let row = rows(&view).into_iter().find(|(_, row)| row.what.words().contains("impact category")).unwrap().1;
    assert_eq!(row.word.words(), "at least Moderate, perhaps Critical/Major");
}

#[test]
fn a_prohibition_says_what_ends_it_and_that_it_has_ended() {
    let mut stage = Stage::home().starts("msu").keys("g t");
    assert!(stage.text().contains("▸ DO NOT power off the affected systems"), "{}", stage.text());
    let stage = stage.shows("In force until investigators direct otherwise.").keys("<down>");
    stage.shows("In force until investigators arrive.");
}

#[test]
fn the_selected_test_stays_selected_wherever_it_comes_to_stand() {
    let stage = Stage::trinity().keys("g t <down>").shows("▸ waits    The policy's definition of a data breach");
    let stage = stage.keys("/ \"multiple individuals\" <enter> y <enter> g t");
    let stage = stage.shows("▸ waits    The policy's definition of a data breach").shows("1 met · 0 not met");
    stage.keys("<home>").shows("▸ met      Any yes").keys("<enter>").shows("Are multiple individuals affected?");
}

#[test]
fn correct_on_a_test_opens_the_answer_that_decided_it_and_says_where_none_did() {
    let stage = Stage::trinity().keys("g t e").shows("No answer decides this test yet.");
    let stage = stage.keys("/ \"multiple individuals\" <enter> y <enter> g t <home> e");
    stage.shows("Are multiple individuals affected?").shows("Before");
}

#[test]
fn nothing_on_tests_overflows_and_one_row_is_selected_at_every_size() {
    for playbook in ["trinity", "modot", "morenet", "msu", "shepherd"] {
        for (columns, lines) in [(60, 20), (80, 24), (120, 40)] {
            let mut stage = Stage::home().starts(playbook).keys("g t").at(columns, lines);
            for keys in ["<down>", "<space>", "<end>", "<pagedown>"] {
                let text = stage.text();
                assert_eq!(text.matches('▸').count(), 1, "{playbook} at {columns}x{lines}\n{text}");
                let wide = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                assert!(wide <= usize::from(columns), "{text}");
                stage = stage.keys(keys);
            }
        }
    }
}

#[test]
fn both_counts_are_in_sight_and_lead_to_their_questions_and_a_doubt_stands_with_them() {
    let mut desk = Desk::open("trinity");
    let counts = |desk: &Desk| {
        let view = desk.session.view();
        let row = rows(&view).into_iter().find(|(test, _)| *test == Test::Counts).unwrap().1;
        let Some(Link::Item(at)) = leads_to(&view, Test::Counts) else { panic!("leads to no item") };
        (row.what.words(), view.playbook.items[at].id.to_string(), whole(&view, Test::Counts, false))
    };
    let (row, asked, page) = counts(&desk);
    assert_eq!(row, "count    Affected: not counted; in Australia: not counted");
    assert_eq!(asked, "individuals_counted");
    assert!(read(&page).iter().any(|line| line.starts_with("The policy asks for neither.")), "{:#?}", read(&page));
    desk.answer("individuals_counted", "about 480");
    let (row, asked, _) = counts(&desk);
    assert_eq!(row, "count    Affected: about 480 persons; in Australia: not counted");
    assert_eq!(asked, "australian_residents");
    desk.answer("australian_residents", "530");
    let (row, _, page) = counts(&desk);
    assert_eq!(row, "count    Affected: about 480 persons; in Australia: 530");
    let doubt = |block: &Block| matches!(block, Block::Callout(Callout::Warning, inside) if matches!(&inside[..], [Block::Text(text)] if text.words().starts_with("More people are counted in Australia (530)")));
    assert!(page.blocks.iter().any(doubt), "{page:#?}");
}

#[test]
fn a_click_selects_a_test_a_second_opens_it_and_the_wheel_reads_on() {
    let stage =
        Stage::trinity().keys("g t").click("The policy's definition").shows("▸ waits    The policy's definition");
    let stage = stage.at(60, 20).wheel(true).shows_not("All of these:").wheel(false).shows("All of these:").at(80, 24);
    let stage = stage.click("waits    The policy's definition").shows("What happened, or may have happened");
    stage.shows_not("Tests   None");
}
