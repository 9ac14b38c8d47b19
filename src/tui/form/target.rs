//! For which row of a list something is recorded: the first that waits is chosen already.

use super::{Field, Form, Pick};
use crate::base::text::counted;
use crate::guide::targets::first_waiting;
use crate::playbook::Item;
use crate::tui::ctx::Case;

/// Name of the field.
const FIELD: &str = "target";
/// What stands for all rows together.
const ALL: &str = "*";
/// Most rows that are offered one by one; in a longer list the name is typed.
const OFFERED: usize = 12;

/// The field, for an item that is settled row by row and whose rows are known. `all` also offers all of them together.
pub(super) fn field(case: &Case<'_>, item: &Item, all: bool) -> Option<Field> {
    let status = case.assessment.item(case.playbook, item.id.as_str())?;
    let first = first_waiting(&status.targets).or(status.targets.first())?;
    let waiting = status.targets.iter().filter(|row| !row.is_settled()).count();
    let waits = counted(waiting, "row waits", "rows wait");
    if status.targets.len() > OFFERED {
        let hint = format!("{waits} of {}. Write the name of one.", status.targets.len());
        return Some(Field::line(FIELD, "For whom", &first.name).hint(hint).required());
    }
    let mut options: Vec<_> = status
        .targets
        .iter()
        .map(|row| (row.name.clone(), format!("{} ({})", row.name, row.standing.label()), None))
        .collect();
    if all {
        options.push((ALL.to_owned(), "All of them, if not needed or needed".to_owned(), None));
    }
    Some(Field::pick(FIELD, "For whom", Pick::one(options).on(&first.name)).hint(format!("{waits}.")))
}

/// The row that was chosen; `None` for all of them.
pub(super) fn chosen(form: &Form) -> Option<String> {
    form.some(FIELD).filter(|name| name != ALL)
}
