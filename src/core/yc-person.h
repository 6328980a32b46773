/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as cases and plans name them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_person_copy:
 * @person: (nullable): a person as a desk sends them
 *
 * Returns: (transfer full): name, ID number, mobile, address and e-mail, each "" where it is not
 *   known, and nothing else; an ID number that is right as it is kept: with a capital X
 */
JsonObject *yc_person_copy (JsonObject *person);

G_END_DECLS
