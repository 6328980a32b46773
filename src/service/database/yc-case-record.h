/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the service keeps it. */
#pragma once

#include "yc-case-state.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcCaseRecord:
 * @id: the UUID made at the desk
 * @number: such as "BA-2026-000001"
 * @version: grows by one with every change
 * @state: where it stands
 * @item: the item's code
 * @item_title: the item's title when the case was taken in
 * @catalog_version: the catalog it was taken in under
 * @place: code of the place that took it in
 * @place_path: that place and those above, from the top down, each ended by a slash
 * @counter: the counter that took it in
 * @clerk: who took it in
 * @clerk_name: that person's name
 * @person: keyed hash of the applicant's ID number
 * @applicant: {name, id_number, mobile, address, email}
 * @content: (nullable): {agent, answers, materials, form}; %NULL in a list
 * @steps: the levels of the review, in order
 * @step: the step under way, from 0
 * @review_path: path of the place that reviews the step under way
 * @n_tries: how often it was submitted
 * @returned_for: a bit (1 << #YcCause) for each cause it was ever returned for
 * @submitted_at: when it was first submitted
 * @updated_at: when it last changed
 */
typedef struct
{
  char *id;
  char *number;
  gint64 version;
  YcCaseState state;
  char *item;
  char *item_title;
  gint64 catalog_version;
  char *place;
  char *place_path;
  char *counter;
  char *clerk;
  char *clerk_name;
  char *person;
  JsonObject *applicant;
  JsonObject *content;
  JsonArray *steps;
  gint64 step;
  char *review_path;
  gint64 n_tries;
  gint64 returned_for;
  char *submitted_at;
  char *updated_at;
} YcCaseRecord;

YcCaseRecord *yc_case_record_new       (void);
void          yc_case_record_free      (YcCaseRecord *self);
const char   *yc_case_record_get_level (YcCaseRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCaseRecord, yc_case_record_free)

G_END_DECLS
