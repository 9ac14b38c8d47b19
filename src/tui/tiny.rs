//! Below 60x16: one plain question at a time, without columns.

use super::app::App;
use super::canvas::Canvas;
use super::page::Page;
use super::screens::ScreenId;
use super::theme::Role;
use crate::judge::picture::agenda::Target;
use crate::page::inject;
use crate::page::replay;
use crate::page::state::title_of;
use crate::playbook::Body;
use crate::playbook::question::AnswerType;
use ratatui::layout::Rect;

/// Draws the open modal, or the question where the cursor stands.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let ctx = app.ctx();
    let (word, role) = app.mode().unwrap_or((" breachbook ", Role::Strong));
    let time = app.looking.as_ref().map_or_else(|| ctx.now.clock(), |looking| replay::head(&looking.replay));
    let head = Rect { height: 1, ..area };
    canvas.put(area.x, area.y, area.width, word, role);
    if area.width > 18 {
        canvas.put_right(head, &time, Role::Strong);
    }
    let after = u16::try_from(word.len()).unwrap_or(area.width);
    if app.case().is_some_and(|case| !case.damage().is_empty()) {
        canvas.put(area.x + after, area.y, area.width.saturating_sub(after), " DAMAGED ", Role::Alarm);
    }
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    if let Some(top) = app.modals.last() {
        top.draw(canvas, body, &ctx);
        return;
    }
    let Some(case) = ctx.open() else {
        app.screens.get(app.screen).draw(canvas, body, &ctx);
        return;
    };
    // What was recorded must be seen, however long the rest is: it has a line of its own at the bottom.
    let (body, receipt) = match body.height {
        3.. => (Rect { height: body.height - 1, ..body }, Some(Rect { y: body.bottom() - 1, height: 1, ..body })),
        _ => (body, None),
    };
    let recorded = match (&app.looking, &app.recorded) {
        (Some(looking), _) => replay::foot(&case, &looking.replay, area.width).words(),
        (None, Some(_)) => app.recorded_what.clone(),
        (None, None) => "nothing recorded yet".into(),
    };
    if let Some(line) = receipt {
        let exercise = role == Role::Exercise;
        let lead = if exercise { "EXERCISE  " } else { "" };
        canvas.put(line.x, line.y, line.width, &format!("{lead}{recorded}"), Role::Quiet);
        if exercise {
            canvas.tint(line, Role::Exercise);
        }
    }
    // The keys are those of the screen that is chosen, so that is what must be in sight.
    if app.screen != ScreenId::Now {
        app.screens.get(app.screen).draw(canvas, body, &ctx);
        return;
    }
    let mut page = Page::new(area.width);
    if let Some(warning) = app.lasting_warning(u16::MAX) {
        page.say(Role::Alarm, &warning);
    }
    if !app.notice.text.is_empty() {
        page.say(Role::Quiet, &app.notice.text);
    }
    if let Some(at) = case.picture.prohibitions().next() {
        page.hanging("! ", Role::Alarm, Role::Alarm, &case.playbook.items[at].title);
    }
    if let Some((at, _)) = app.inject() {
        for line in inject::lines(&case, at) {
            page.say(Role::Strong, &line);
        }
        page.say(Role::Text, "Enter: taken in");
        page.draw(canvas, body, 0);
        return;
    }
    let target = app.screens.now.selected().or_else(|| case.picture.next.first().map(|next| next.target));
    if let Some(target) = target {
        page.say(Role::Strong, title_of(&case, target));
        let yes_no = match target {
            Target::Item(at) => {
                matches!(&case.playbook.items[at].body, Body::Question(q) if q.answer == AnswerType::YesNo)
            }
            Target::Silence(_) => false,
        };
        page.say(Role::Text, if yes_no { "y yes, n no, u not known yet" } else { "Enter records it" });
        if let Some((typed, problem)) = app.screens.now.typed() {
            page.pieces(&[(Role::Accent, "▸ "), (Role::Field, &typed)]);
            page.say(Role::Strong, problem.unwrap_or_default());
        }
    } else {
        page.say(Role::Strong, "Nothing is open.");
    }
    if receipt.is_none() {
        page.say(Role::Quiet, &recorded);
    }
    page.say(Role::Quiet, "This window is small: 60x16 shows the whole guide.");
    page.draw(canvas, body, 0);
}
