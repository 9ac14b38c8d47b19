//! A case that is worked through on the screen, whatever its cards ask.

use crate::support::stage::Stage;
use breachbook::page::item;
use breachbook::tui::keymap::Scope;

/// Takes what stands on each card, until nothing is left to do now: a no where one is asked, else what is offered. Each takes so many seconds.
pub fn settled(mut stage: Stage, seconds: u32) -> Stage {
    for _ in 0..200 {
        let Some(target) = stage.app.on_card() else { break };
        let card = item::card(&stage.app.case().unwrap().view(), target);
        let presets: Vec<_> = card.does.iter().filter_map(|does| does.preset.as_deref()).collect();
        stage = stage.after(seconds).keys(match presets.as_slice() {
            ["yes", ..] => "n <enter>",
            ["needed", ..] => "-",
            [_, "not_escalate"] => "2",
            [] => "<enter>",
            _ => "1",
        });
        for text in [r#""22 Nov 02:00""#, r#""2 h""#, r#""10""#].iter().cycle().take(9) {
            stage = match stage.app.scope() {
                Scope::Pick => stage.keys("1 <enter>"),
                Scope::Line | Scope::Area => stage.keys(&format!("<ctrl-u> {text} <enter>")),
                Scope::Card => stage.keys("<enter>"),
                _ => break,
            };
        }
        stage = stage.keys("<esc> <esc> g g");
    }
    stage
}
