/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as cases and plans name them. */
#include "yc-person.h"

#include "yc-id-number.h"
#include "yc-json.h"

JsonObject *
yc_person_copy (JsonObject *person)
{
  static const char *const members[] = { "name", "id_number", "mobile", "address", "email" };
  JsonObject *copy = json_object_new ();
  YcIdNumber number;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_string_member (copy, members[i], yc_json_get_string (person, members[i], ""));
  if (yc_id_number_parse (yc_json_get_string (person, "id_number", NULL), &number, NULL))
    json_object_set_string_member (copy, "id_number", number.number);
  return copy;
}
