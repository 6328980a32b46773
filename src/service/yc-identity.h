/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asks: the person behind a session. */
#pragma once

#include "yc-role.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcIdentity:
 * @id: the user's id
 * @name: the user's name
 * @role: the user's role
 * @place: code of the place the user works at
 * @place_path: that place and those above it, from the top down, each ended by a slash
 * @counter: the counter the user sits at, "" for none
 * @session: hash of the session's token, "" outside a session
 * @expires_at: when the session ends, RFC 3339
 */
typedef struct
{
  char *id;
  char *name;
  YcRole role;
  char *place;
  char *place_path;
  char *counter;
  char *session;
  char *expires_at;
} YcIdentity;

void        yc_identity_free            (YcIdentity       *self);
gboolean    yc_identity_covers          (const YcIdentity *self,
                                         const char       *place_path);
gboolean    yc_identity_sees_case       (const YcIdentity *self,
                                         const char       *place_path,
                                         const char       *clerk);
JsonObject *yc_identity_to_json         (const YcIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcIdentity, yc_identity_free)

G_END_DECLS
