//! What falls to whoever is at the keyboard, on Now, Steps and Calls by one switch.

use crate::support::stage::Stage;
use breachbook::page::mine::{Whose, roles, whose};

/// A case in which R. Okafor holds a role by the phone list.
fn held(role: &str) -> Stage {
    let stage = Stage::home();
    let list = format!(
        "schema = 1\n[list]\ntitle = \"Ours\"\nplaybooks = [\"trinity\"]\n[[person]]\nid = \"o\"\nname = \"R. Okafor\"\n\
         channels = [{{ kind = \"desk\", value = \"555-0101\" }}]\n[[holder]]\nrole = \"{role}\"\npeople = [\"o\"]\n"
    );
    std::fs::write(stage.library().join("contacts.toml"), list).unwrap();
    stage.starts("trinity")
}

fn whose_is_the_card(stage: &Stage) -> Whose {
    let view = stage.app.case().unwrap().view();
    whose(&view, &roles(&view), stage.app.on_card().unwrap())
}

#[test]
fn one_key_shows_mine_on_now_steps_and_calls_until_it_is_pressed_again() {
    let stage = held("privacy_officer").shows_not("Mine: ").keys("m").shows("as Privacy Officer").shows("m everything");
    assert_ne!(whose_is_the_card(&stage), Whose::Others);
    let stage = stage.keys("g s").shows("Mine: ").keys("g c").shows("Mine: ");
    let stage = stage.shows_not("Tell the Privacy Officer of the suspected breach").click("m everything");
    stage.shows_not("Mine: ").shows("Tell the Privacy Officer of the suspected breach").keys("g s").shows("All: ");
}

#[test]
fn what_comes_up_after_a_record_is_mine_or_nobodys_as_long_as_mine_is_shown() {
    let mut stage = held("privacy_officer").keys("m");
    for _ in 0..6 {
        assert_ne!(whose_is_the_card(&stage), Whose::Others, "{}", stage.text());
        let asked = stage.app.on_card();
        stage = stage.keys("d <enter>");
        if stage.app.on_card() == asked {
            stage = stage.keys("<esc> <esc> d <enter> <enter>");
        }
    }
    stage.shows("Mine: ");
}

#[test]
fn a_switch_to_mine_stays_when_another_case_is_opened() {
    let stage = held("privacy_officer").keys("m").shows("Mine: ").keys("g h").starts("trinity");
    stage.shows("Mine: ").keys("m").shows_not("Mine: ");
}

#[test]
fn in_which_role_somebody_is_here_is_asked_once_where_no_list_knows_it_and_nothing_is_recorded() {
    let stage = Stage::trinity().keys("m").shows("In which role are you here?").shows("knows no role of R. Okafor");
    let recorded = stage.app.case().unwrap().state().log.len();
    // Left without an answer, everything is shown as before, and it is asked again.
    let stage = stage.keys("<esc>").shows_not("Mine: ").keys("m").keys("2").shows("Mine: ");
    let stage = stage.shows(", as ").keys("m").shows_not("Mine: ").keys("m").shows_not("In which role").shows(", as ");
    assert_eq!(stage.app.case().unwrap().state().log.len(), recorded);
    // Somebody else is asked for their own.
    stage.keys(r#"m o "Jo Park" <enter>"#).keys("m").shows("knows no role of Jo Park");
    for (columns, lines) in [(80, 24), (60, 20)] {
        let stage = Stage::trinity().at(columns, lines).keys("m");
        let last = stage.shows("1 None of these: show what has no owner").keys("1");
        last.shows("Mine: 0 things");
    }
}

#[test]
fn paper_the_counts_and_the_clock_strip_show_mine_too() {
    let to_do = |stage: &mut Stage| {
        let text = stage.text();
        let row = text.lines().nth(1).unwrap().to_owned();
        let counted = row.split("Steps ").nth(1).unwrap();
        counted.split([' ', ']']).next().unwrap().parse::<usize>().unwrap_or_else(|_| panic!("{text}"))
    };
    // The first clock is the Privacy Officer's to stop; whoever keeps the business does not see it.
    let mut stage = held("business_manager").shows("Clock “immediately” Telling the Pr");
    let all = to_do(&mut stage);
    let mut stage = stage.keys("m").shows_not("“immediately” Telling the Pr");
    assert!(to_do(&mut stage) < all, "{}", stage.text());
    let stage = stage.keys("g p").shows("Mine: ").shows("as Business Manager").shows("First report");
    stage.keys("m").shows_not("Mine: ").shows("Clock “immediately” Telling the Pr");
}
