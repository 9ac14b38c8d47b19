//! What stands around a case that is looked at as it was: which moment it is, and what its entry switched.

use super::{Line, receipt};
use crate::base::text::{counted, cut, width};
use crate::base::{Now, Stamp};
use crate::judge::View;
use crate::judge::view::replay::Replay;

/// `REPLAY 02:40:00 · 31 of 96 · read only`; in an exercise `REPLAY 15:42:00, real 10:15:00 · 6 of 12 · read only`.
pub fn head(replay: &Replay) -> String {
    format!("REPLAY {} · {} of {} · read only", time(replay), replay.entries(), replay.of())
}

/// The same where there is little room: `REPLAY 15:42:00 · 6 of 12`.
pub fn head_in_short(replay: &Replay) -> String {
    let now = replay.moment().now;
    format!("REPLAY {} · {} of {}", seconds(now.at, now), replay.entries(), replay.of())
}

fn time(replay: &Replay) -> String {
    let now = replay.moment().now;
    let real = replay.real().map_or_else(String::new, |real| format!(", real {}", seconds(real, Now::from(real))));
    format!("{}{real}", seconds(now.at, now))
}

fn seconds(at: Stamp, now: Now) -> String {
    now.zone.stamp(at).instant().format("%H:%M:%S").to_string()
}

/// The day of the moment: `28 Nov 2026`.
pub fn day(replay: &Replay) -> String {
    let now = replay.moment().now;
    now.zone.stamp(now.at).instant().format("%-d %b %Y").to_string()
}

/// The entry after which the case is shown, and what it switched: `✓ k4-31 02:40  Yes · Was a…  now met: theft`. So that both are seen
/// on a line of so many columns, what the entry says is cut to half of them; Record has the whole of it.
pub fn foot(view: &View<'_>, replay: &Replay, columns: u16) -> Line {
    let Some(at) = view.at else { return Line::default() };
    let entry = receipt::foot(view, at).words();
    let switched = receipt::switched_in_short(view, replay.switched());
    if switched.is_empty() {
        return Line::quiet(entry);
    }
    let columns = usize::from(columns);
    let room = columns.saturating_sub(width(&switched) + 2).max(columns / 2);
    Line::quiet(format!("{}  {switched}", cut(&entry, room)))
}

/// The same whole.
pub fn entry(view: &View<'_>) -> String {
    view.at.map_or_else(String::new, |at| receipt::foot(view, at).words())
}

/// Everything that the entry switched, a line each.
pub fn switched(view: &View<'_>, replay: &Replay) -> Vec<String> {
    receipt::changes(view.playbook, replay.switched()).collect()
}

/// What has to be known about the moment: that entries stand there which seem to be later.
pub fn remark(replay: &Replay) -> Option<String> {
    let ahead = replay.ahead();
    let (entries, seem) = (counted(ahead, "entry", "entries"), if ahead == 1 { "seems" } else { "seem" });
    (ahead > 0).then(|| {
        format!("{entries} of another laptop {seem} to be later, but had been seen by then: the clocks do not agree.")
    })
}

/// Where there was nothing yet.
pub const NOTHING_YET: &str = "Nothing had been recorded by then.";
