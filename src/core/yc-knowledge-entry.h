/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry: one agreed answer, the same at the counter and on the hotline. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-knowledge-version.h"

G_BEGIN_DECLS

#define YC_TYPE_KNOWLEDGE_ENTRY (yc_knowledge_entry_get_type ())

G_DECLARE_FINAL_TYPE (YcKnowledgeEntry, yc_knowledge_entry, YC, KNOWLEDGE_ENTRY, GObject)

/**
 * yc_knowledge_entry_new_from_json:
 * @json: an entry as in the catalog; referenced, not to be changed any more
 * @error: return location for an error
 *
 * Makes an unchanging entry. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): an entry, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcKnowledgeEntry *yc_knowledge_entry_new_from_json (JsonObject *json,
                                                    GError **error);

/**
 * yc_knowledge_entry_get_id:
 * @self: an entry
 *
 * Returns: the id
 */
const char *yc_knowledge_entry_get_id (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_question:
 * @self: an entry
 *
 * Returns: the question
 */
const char *yc_knowledge_entry_get_question (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_answer:
 * @self: an entry
 *
 * Returns: the agreed answer, to be said or copied as it is; of the version that is named
 *   first, which need not be the one that holds: see yc_knowledge_entry_find_version()
 */
const char *yc_knowledge_entry_get_answer (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_body:
 * @self: an entry
 *
 * Returns: more, in CommonMark; "" for nothing; of the version that is named
 *   first, which need not be the one that holds: see yc_knowledge_entry_find_version()
 */
const char *yc_knowledge_entry_get_body (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_owner:
 * @self: an entry
 *
 * Returns: the department that answers for it, "" when not said
 */
const char *yc_knowledge_entry_get_owner (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_source:
 * @self: an entry
 *
 * Returns: what it rests on, "" when not said
 */
const char *yc_knowledge_entry_get_source (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_from:
 * @self: an entry
 *
 * Returns: (nullable): the first day it holds, "2026-03-01"
 */
const char *yc_knowledge_entry_get_from (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_until:
 * @self: an entry
 *
 * Returns: (nullable): the last day it holds
 */
const char *yc_knowledge_entry_get_until (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_tags:
 * @self: an entry
 *
 * Returns: words it can be found by
 */
const char *const *yc_knowledge_entry_get_tags (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_items:
 * @self: an entry
 *
 * Returns: the codes of the items it is about
 */
const char *const *yc_knowledge_entry_get_items (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_lists:
 * @self: an entry
 *
 * Returns: the ids of the question lists it is about
 */
const char *const *yc_knowledge_entry_get_lists (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_synonyms:
 * @self: an entry
 *
 * Returns: other ways of asking the same
 */
const char *const *yc_knowledge_entry_get_synonyms (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_sample:
 * @self: an entry
 *
 * Returns: whether it is invented for the demo
 */
gboolean yc_knowledge_entry_get_sample (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_get_json:
 * @self: an entry
 *
 * Returns: (transfer none): the whole entry; not to be changed
 */
JsonObject *yc_knowledge_entry_get_json (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_holds_on:
 * @self: an entry
 * @day: a day
 *
 * Returns: whether any version of the entry, of whatever place, holds on @day
 */
gboolean yc_knowledge_entry_holds_on (YcKnowledgeEntry *self,
                                      const GDate *day);

/**
 * yc_knowledge_entry_get_versions:
 * @self: an entry
 *
 * Returns: (transfer none): all its versions, of all places, those that begin last first: a list of
 *   #YcKnowledgeVersion
 */
GListModel *yc_knowledge_entry_get_versions (YcKnowledgeEntry *self);

/**
 * yc_knowledge_entry_find_version:
 * @self: an entry
 * @place_path: (nullable): codes of a place and those above it, from the top down, each ended by a
 *   slash; %NULL for no place in particular
 * @day: a day, "2026-03-01"
 *
 * Returns: (transfer none) (nullable): what holds there on @day: of the nearest place that says
 *   something then
 */
YcKnowledgeVersion *yc_knowledge_entry_find_version (YcKnowledgeEntry *self,
                                                     const char *place_path,
                                                     const char *day);

/**
 * yc_knowledge_entry_find_next:
 * @self: an entry
 * @place_path: (nullable): as in yc_knowledge_entry_find_version()
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what will hold there next, from a day after @day on
 */
YcKnowledgeVersion *yc_knowledge_entry_find_next (YcKnowledgeEntry *self,
                                                  const char *place_path,
                                                  const char *day);

/**
 * yc_knowledge_entry_find_before:
 * @self: an entry
 * @version: one of its versions
 *
 * Returns: (transfer none) (nullable): the version of the same place that @version took the place
 *   of; for the first one of a place, what held everywhere when it began
 */
YcKnowledgeVersion *yc_knowledge_entry_find_before (YcKnowledgeEntry *self,
                                                    YcKnowledgeVersion *version);

G_END_DECLS
