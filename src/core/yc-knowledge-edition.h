/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of an entry when a version is added to it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_knowledge_edition_add:
 * @entry: an entry
 * @version: one more version: "answer", "body", "source", "from" and perhaps "until", "place",
 *   "note", "question"
 *
 * Puts a version where it belongs: of one place the newest first, and the newest of those that hold
 * everywhere at the head. It takes the place of one of the same place and day. One that would still
 * hold when it begins ends the day before. A new question becomes that of the entry when the version
 * stands at the head.
 *
 * Returns: (transfer full): the entry as it is then; @entry and @version are not changed
 */
JsonObject *yc_knowledge_edition_add (JsonObject *entry,
                                      JsonObject *version);

G_END_DECLS
