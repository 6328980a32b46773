-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far a printer is out when it prints on a form that is printed already: in tenths of a
-- millimetre, for each tray and each certificate's form.
CREATE TABLE calibrations (
  printer TEXT NOT NULL,
  source TEXT NOT NULL,
  template TEXT NOT NULL,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  PRIMARY KEY (printer, source, template)
) WITHOUT ROWID;
