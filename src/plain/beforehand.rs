//! What was said beforehand of the next entry: for which row of a list it is, and who decided.

use super::walk::Walk;
use crate::guide::Command;

impl Walk<'_> {
    /// The command with what was named beforehand: the row, where it takes one and names none itself, and who decided.
    pub(super) fn for_row(&self, command: &Command) -> Command {
        let mut command = command.clone();
        if let Command::Task { target, .. } | Command::Call { target, .. } | Command::PassOn { target, .. } =
            &mut command
            && target.is_none()
        {
            target.clone_from(&self.row);
        }
        if let (Command::Decide { person, standing_in, .. }, Some((name, other))) = (&mut command, &self.sat) {
            *person = Some(name.clone());
            standing_in.clone_from(other);
        }
        command
    }
}
