/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved plan as the service keeps it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcPlanRecord:
 * @id: the UUID made at the desk
 * @number: see yc_plan_number_compose()
 * @local_number: what was printed before the service gave it a number
 * @version: grows by one with every change
 * @title: the items' titles; nothing personal
 * @catalog_version: the catalog it was made under
 * @person: keyed hash of the citizen's ID number, "" without one
 * @place: code of the place that saved it
 * @place_path: that place and those above, from the top down, each ended by a slash
 * @counter: the counter
 * @clerk: who was asked first
 * @clerk_name: that person's name
 * @holder: who is responsible now
 * @holder_name: that person's name
 * @holder_path: where that person works
 * @saved_at: when it was first saved
 * @updated_at: when it last changed
 * @citizen: {name, id_number, mobile, address, email}
 * @content: (nullable): {agent, need, plan}; %NULL in a list
 */
typedef struct
{
  char *id;
  char *number;
  char *local_number;
  gint64 version;
  char *title;
  gint64 catalog_version;
  char *person;
  char *place;
  char *place_path;
  char *counter;
  char *clerk;
  char *clerk_name;
  char *holder;
  char *holder_name;
  char *holder_path;
  char *saved_at;
  char *updated_at;
  JsonObject *citizen;
  JsonObject *content;
} YcPlanRecord;

YcPlanRecord *yc_plan_record_new  (void);
void          yc_plan_record_free (YcPlanRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPlanRecord, yc_plan_record_free)

G_END_DECLS
