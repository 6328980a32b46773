/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk knows of a citizen before anybody asks: what the ID number tells, what the licence
 * store has, and where the counter is. Questions for it answer themselves. */
#include "yc-visit-facts.h"

#include "yc-json.h"
#include "yc-visit-licences.h"

#include <glib/gi18n-lib.h>

#define AREA_LENGTH 6

struct _YcVisitFacts
{
  GObject     parent_instance;

  YcParts    *parts;
  YcCitizen  *citizen;
  YcPlan     *plan;
  JsonObject *facts;
  JsonObject *store;
  YcVisitLicences *licences;
};

G_DEFINE_FINAL_TYPE (YcVisitFacts, yc_visit_facts, G_TYPE_OBJECT)

static void
yc_visit_facts_finalize (GObject *object)
{
  YcVisitFacts *self = YC_VISIT_FACTS (object);

  g_clear_object (&self->licences);
  g_clear_pointer (&self->facts, json_object_unref);
  g_clear_pointer (&self->store, json_object_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->citizen);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (yc_visit_facts_parent_class)->finalize (object);
}

static void
yc_visit_facts_class_init (YcVisitFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_visit_facts_finalize;
}

static void
yc_visit_facts_init (YcVisitFacts *self)
{
}

static void
add_text (JsonObject *facts,
          JsonObject *sources,
          const char *name,
          const char *value,
          const char *source)
{
  if (value == NULL || *value == '\0')
    return;
  json_object_set_string_member (facts, name, value);
  json_object_set_string_member (sources, name, source);
}

/* Nothing of a number that is wrong or not yet whole. */
static void
add_person (YcVisitFacts *self,
            JsonObject   *facts,
            JsonObject   *sources)
{
  const char *source = _("from the ID number");
  YcSex sex = yc_citizen_get_sex (self->citizen);
  g_autoptr (JsonObject) person = yc_citizen_to_json (self->citizen);
  g_autofree char *area = NULL;

  if (yc_citizen_get_birth (self->citizen) == NULL)
    return;
  area = g_strndup (yc_json_get_string (person, "id_number", ""), AREA_LENGTH);
  json_object_set_int_member (facts, "person.age", yc_citizen_get_age (self->citizen));
  json_object_set_string_member (sources, "person.age", source);
  add_text (facts, sources, "person.birth", yc_citizen_get_birth (self->citizen), source);
  add_text (facts, sources, "person.sex",
            sex == YC_SEX_MALE ? "male" : sex == YC_SEX_FEMALE ? "female" : NULL, source);
  add_text (facts, sources, "person.id_area", area, source);
}

static gboolean
is_same (JsonObject *a,
         JsonObject *b)
{
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) other = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  one = yc_json_object_node (json_object_ref (a));
  other = yc_json_object_node (json_object_ref (b));
  return yc_json_equal (one, other);
}

static void
keep (JsonObject **place,
      JsonObject  *object)
{
  g_clear_pointer (place, json_object_unref);
  *place = json_object_ref (object);
}

/* Every key press in the person's fields comes here; most tell nothing new. */
static void
update (YcVisitFacts *self)
{
  g_autoptr (JsonObject) facts = json_object_new ();
  g_autoptr (JsonObject) sources = json_object_new ();
  g_autoptr (JsonObject) store = json_object_new ();

  add_person (self, facts, sources);
  add_text (facts, sources, "desk.place", yc_session_get_place (self->parts->session),
            _("this counter"));
  yc_visit_licences_add (self->licences, facts, sources, store);
  if (is_same (self->facts, facts) && is_same (self->store, store))
    return;
  keep (&self->facts, facts);
  keep (&self->store, store);
  yc_plan_set_known (self->plan, facts, sources, store);
}

YcVisitFacts *
yc_visit_facts_new (YcParts   *parts,
                    YcCitizen *citizen,
                    YcPlan    *plan)
{
  YcVisitFacts *self = g_object_new (YC_TYPE_VISIT_FACTS, NULL);

  self->parts = g_object_ref (parts);
  self->citizen = g_object_ref (citizen);
  self->plan = g_object_ref (plan);
  self->licences = yc_visit_licences_new (parts, citizen, plan);
  g_signal_connect_object (citizen, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->licences, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}
