//! What staff add of their own accord: chosen by a digit, asked a question a line, without the words of the playbook.

use crate::support::stage::Stage;
use breachbook::case::Fact;

/// A list, a label, and what stands in the columns.
type Row = (String, Option<String>, Vec<(String, String)>);

fn cells(stage: &Stage) -> Vec<Row> {
    let state = stage.app.case().unwrap().state();
    let row = |at: usize| match &state.at(at).fact {
        Fact::RowAdded { register, label, cells } => Some((register.to_string(), label.clone(), cells.0.clone())),
        _ => None,
    };
    (0..state.log.len()).filter_map(row).collect()
}

#[test]
fn what_was_done_is_added_by_one_key_a_digit_and_three_answers() {
    let stage = Stage::trinity().keys("+").shows("What do you want to write down?").shows("2 A piece of evidence");
    let stage = stage.keys("1").shows("What did you do?").shows("R. Okafor");
    let stage = stage.keys(r#""Recalled the e-mail" <enter> "20m ago" <enter> <enter>"#).shows("What came of it?");
    let stage = stage.keys(r#""Recall failed" <enter> <enter>"#);
    let rows = cells(&stage);
    let [(list, Some(label), cells)] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((list.as_str(), label.as_str()), ("actions", "A-1"));
    for (column, text) in
        [("name", "Recalled the e-mail"), ("owner", "R. Okafor"), ("result", "Recall failed"), ("state", "done")]
    {
        assert!(cells.contains(&(column.to_owned(), text.to_owned())), "{column}: {cells:?}");
    }
    // The next one is asked for; an empty first answer ends it.
    stage.shows("What did you do?").keys("<enter>").shows_not("What did you do?");
}

#[test]
fn when_nothing_is_left_of_mine_it_says_so_and_asks_what_to_add() {
    let closed = Stage::trinity().keys(r#": "close the case" <enter> "Principal" <tab> "False alarm" <ctrl-s>"#);
    let stage = closed.keys("m").keys("1").shows("That is all for you.").shows("1  What was done").shows("4  Hours");
    // A closed case is opened again first, with the reason.
    let stage = stage.keys("4").shows("Hours spent").shows("Why the case is opened again");
    let stage = stage.keys(r#""Hours of the night" <enter> "2h" <enter> "Calling" <enter> <enter> 1 <ctrl-s>"#);
    let state = stage.app.case().unwrap().state();
    let counted = (0..state.log.len()).find_map(|at| match &state.at(at).fact {
        Fact::Counted { label, .. } => label.clone(),
        _ => None,
    });
    assert_eq!(counted.as_deref(), Some("H-1"), "{}", {
        let mut stage = stage;
        stage.text()
    });
}
