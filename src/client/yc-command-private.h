/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the outbox moves a command. Private to the client room. */
#pragma once

#include "yc-command.h"

G_BEGIN_DECLS

/* Followed by a command's id in place of a version: based on what that command leaves. Whoever is
 * behind one that was never taken is based on nothing that the service can have. */
#define YC_COMMAND_BEHIND "behind:"
#define YC_COMMAND_NOTHING "\"0\""

/**
 * YcCommandData:
 *
 * What the journal keeps of a command. All texts are owned. The files are those that the body names:
 * [{"id","size","pointer"}], the pointer leading into the body.
 */
typedef struct
{
  char      *id;
  char      *user_id;
  char      *method;
  char      *path;
  char      *if_match;
  char      *order_key;
  char      *title;
  GDateTime *created_at;
  JsonNode  *body;
  JsonArray *files;
} YcCommandData;

void           yc_command_data_free          (YcCommandData   *data);

YcCommand     *yc_command_new                (YcCommandData   *data);
/* (transfer none): empty for none */
JsonArray     *yc_command_get_files          (YcCommand       *self);
void           yc_command_set_n_sent         (YcCommand       *self,
                                              guint64          n_sent);
const char    *yc_command_get_if_match       (YcCommand       *self);
/* Whether it waits to know the version that it is based on. */
gboolean       yc_command_get_behind         (YcCommand       *self);
gint64         yc_command_get_try_at         (YcCommand       *self);
void           yc_command_set_waiting        (YcCommand       *self,
                                              YcCommandHold    hold);
void           yc_command_set_sending        (YcCommand       *self);
void           yc_command_set_failed         (YcCommand       *self,
                                              const GError    *error,
                                              guint            pause_ms);
void           yc_command_set_parked         (YcCommand       *self,
                                              const GError    *error,
                                              JsonArray       *problems,
                                              JsonObject      *server_version);
void           yc_command_set_sent           (YcCommand       *self,
                                              JsonNode        *answer);
void           yc_command_set_discarded      (YcCommand       *self);
void           yc_command_renew              (YcCommand       *self,
                                              const char      *id,
                                              const char      *if_match);
void           yc_command_set_if_match       (YcCommand       *self,
                                              const char      *if_match);
void           yc_command_forget_pause       (YcCommand       *self);
void           yc_command_update_next_try    (YcCommand       *self);
JsonNode      *yc_command_get_answer         (YcCommand       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCommandData, yc_command_data_free)

G_END_DECLS
