//! Letters typed where they are commands: by somebody who believes to be writing an answer, or by a key that bounces.

use crate::support::stage::Stage;

const FIRST_YES_NO: &str = "Is any of the information about human beings?";

/// At the first yes/no question of a case in which nothing was recorded but that it was opened.
fn at_yes_no() -> Stage {
    Stage::trinity().keys("<right>").shows(FIRST_YES_NO)
}

fn recorded(stage: &Stage) -> usize {
    stage.app.case().expect("the stage has opened a case").state().log.len()
}

#[test]
fn y_and_enter_answer_a_question_and_the_next_one_is_shown() {
    let stage = at_yes_no().keys("y").shows("(x) 1 Yes").shows("Enter record").shows("recorded k4-1");
    stage.keys("<enter>").shows("recorded k4-2 at 02:13: Yes").shows_not("(x) 1 Yes");
}

#[test]
fn words_typed_at_a_yes_no_question_record_nothing() {
    for words in ["not known yet", "unknown", "no", "yes", "nobody knows", "about 2", "an hour ago", "you"] {
        for milliseconds in [0, 90, 400, 2000] {
            let typed = format!("\"{words}\" <enter>");
            let mut stage = at_yes_no().types(&typed, milliseconds);
            assert_eq!(recorded(&stage), 1, "{words} at {milliseconds} ms:\n{}", stage.text());
        }
    }
}

#[test]
fn words_typed_at_a_time_question_open_nothing_and_record_nothing() {
    for words in ["2h ago", "host", "lost it", "about 01:40", "yesterday"] {
        for milliseconds in [0, 90, 400] {
            let typed = format!("\"{words}\" <enter>");
            let mut stage = Stage::trinity().keys("<down>").types(&typed, milliseconds);
            assert_eq!(recorded(&stage), 1, "{words} at {milliseconds} ms:\n{}", stage.text());
            if !(words == "host" || words == "lost it") || milliseconds < 150 {
                stage.shows_not("Who takes over").shows_not("Where this case stands");
            }
        }
    }
    Stage::trinity().keys("<down>").types("\"2h ago\"", 300).shows("Nothing was typed");
    Stage::trinity().keys("<down>").types("\"1h ago\"", 300).shows("Nothing was typed").shows("Enter opens");
}

#[test]
fn a_name_that_may_be_a_word_is_read_once_more_before_the_keyboard_is_handed_over() {
    let stage = Stage::trinity().types("\"office\" <enter>", 300).shows("Who takes over: ffice");
    assert_eq!(recorded(&stage), 1);
    stage.keys("<enter>").shows("recorded k4-2");
}

#[test]
fn a_key_that_bounces_answers_one_question_only() {
    let stage = at_yes_no().types("n n", 20).shows("(x) 2 No").keys("<enter>");
    assert_eq!(recorded(&stage), 2);
}

#[test]
fn keys_that_came_in_one_read_answer_no_question_that_nobody_has_seen() {
    for keys in ["n <enter> n <enter> n <enter>", "u <enter> <enter> 1 <enter>", "y <enter> d <enter>"] {
        let mut stage = at_yes_no().types(keys, 0);
        assert_eq!(recorded(&stage), 2, "{keys}:\n{}", stage.text());
    }
    // Somebody who saw the second question answers it as fast as they like.
    assert_eq!(recorded(&at_yes_no().types("n <enter> u <enter>", 160)), 3);
}

#[test]
fn letters_choose_again_after_words_were_taken_back() {
    let stage = at_yes_no().types("\"unknown\"", 300).shows("Letters are not kept here").shows("( ) 3");
    stage.keys("<enter>").shows("Nothing is chosen yet").keys("n").shows("(x) 2 No");
}

#[test]
fn leaving_what_one_key_opened_asks_nothing_and_leaves_no_line_about_it() {
    let stage = at_yes_no().keys("y <enter> <up> n").shows("This has an answer already");
    stage.keys("<esc>").shows(FIRST_YES_NO).shows_not("This has an answer already").shows("Recorded: Yes");
}

#[test]
fn the_key_that_was_pressed_counts_over_the_choice_in_a_kept_draft() {
    let stage = at_yes_no().keys(r#"<enter> 2 <tab> "By telephone" <esc> 2"#).shows("The text is kept");
    stage.keys("y").shows("The text that you kept is back").shows("(x) 1 Yes").shows("By telephone");
}
