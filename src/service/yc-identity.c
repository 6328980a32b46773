/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asks: the person behind a session. */
#include "yc-identity.h"

void
yc_identity_free (YcIdentity *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->place);
  g_free (self->place_path);
  g_free (self->counter);
  g_free (self->session);
  g_free (self->expires_at);
  g_free (self);
}

/**
 * yc_identity_covers:
 * @self: a person
 * @place_path: path of a place
 *
 * Returns: whether the person's place is that place or one above it
 */
gboolean
yc_identity_covers (const YcIdentity *self,
                    const char       *place_path)
{
  return g_str_has_prefix (place_path, self->place_path);
}

/**
 * yc_identity_sees_case:
 * @self: a person
 * @place_path: path of the case's place
 * @clerk: who took the case in
 *
 * Returns: whether the person may know of the case: everyone of their own intake, and all but
 *   trainers of their place's cases
 */
gboolean
yc_identity_sees_case (const YcIdentity *self,
                       const char       *place_path,
                       const char       *clerk)
{
  if (self->role == YC_ROLE_TRAINER)
    return FALSE;
  return g_str_equal (self->id, clerk) || yc_identity_covers (self, place_path);
}

/**
 * yc_identity_to_json:
 * @self: a person
 *
 * Returns: (transfer full): what the person's desk is told: id, name, role, place, counter
 */
JsonObject *
yc_identity_to_json (const YcIdentity *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "role", yc_role_to_string (self->role));
  json_object_set_string_member (object, "place", self->place);
  json_object_set_string_member (object, "counter", self->counter);
  return object;
}
