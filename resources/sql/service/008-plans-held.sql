-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever is responsible for plans finds them again without their numbers.
CREATE INDEX plans_by_holder ON plans (holder, updated_at);
