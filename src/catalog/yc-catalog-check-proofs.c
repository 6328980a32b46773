/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists: every way through them leads somewhere, on every day that matters. */
#include "yc-catalog-list-version-private.h"

#include <glib/gi18n-lib.h>

#include "yc-day.h"
#include "yc-json.h"
#include "yc-list-context-private.h"
#include "yc-list-days-private.h"
#include "yc-list-graph.h"
#include "yc-question-outcome.h"

/* More dead ends than this say the same thing. */
#define MAX_DEAD_ENDS 3

/* What was seen so far. @list: the version's, or what it is within others; @within: their titles, NULL when it
 * is tried by itself; @n_before: how many of their questions come first; @day: on which it is tried, NULL
 * when it is the only one; @told: what was told already, and is not told again for another day */
typedef struct
{
  const YcCatalogListVersion *version;
  YcQuestionList             *list;
  char                       *within;
  guint                       n_before;
  gboolean                    only_conflicts;
  YcListGraph                *graph;
  const char                 *day;
  gboolean                    dead_ends;
  gboolean                   *asked;
  gboolean                   *included;
  gboolean                   *reached;
  GHashTable                 *told;
} Proof;

static gboolean
is_new (Proof      *proof,
        const char *what,
        guint       index)
{
  return g_hash_table_add (proof->told, g_strdup_printf ("%s %u", what, index));
}

/* With the day, where it is not any day, and with the lists that lead there. */
static char *
dup_path (Proof *proof,
          guint  stop,
          guint  way)
{
  g_autofree char *path = yc_list_graph_dup_path (proof->graph, stop, way);
  /* Translators: a day, and a question with its answer */
  g_autofree char *dated = proof->day != NULL ? g_strdup_printf (_("(on %s) %s"), proof->day, path)
                                              : g_steal_pointer (&path);

  /* Translators: the title of a list that includes another one, and a question with its answer */
  return proof->within != NULL ? g_strdup_printf (_("(within “%s”) %s"), proof->within, dated)
                               : g_steal_pointer (&dated);
}

/* Each way that leads to no outcome, in the list's words. */
static void
tell_dead_ends (Proof *proof)
{
  YcListGraph *graph = proof->graph;
  guint n = 0;

  for (guint i = 0; i < yc_list_graph_get_n_stops (graph) && !proof->dead_ends; i++)
    for (guint j = 0; j < yc_list_graph_get_n_ways (graph, i); j++)
      {
        g_autofree char *path = NULL;

        if (!yc_list_graph_is_dead_end (graph, yc_list_graph_get_way (graph, i, j)) ||
            ++n > MAX_DEAD_ENDS)
          continue;
        path = dup_path (proof, i, j);
        yc_catalog_list_version_tell (proof->version, "/outcomes",
                                      _("these answers lead nowhere: %s"), path);
      }
  proof->dead_ends |= n > 0;
  if (n > MAX_DEAD_ENDS)
    yc_catalog_list_version_tell (proof->version, "/outcomes",
                                  g_dngettext (GETTEXT_PACKAGE,
                                               "and so does %u other way to answer",
                                               "and so do %u other ways to answer",
                                               n - MAX_DEAD_ENDS),
                                  n - MAX_DEAD_ENDS);
}

typedef gboolean (*IsSo) (YcListGraph *graph,
                          guint        stop,
                          guint        index);

/* (nullable): the shortest way to where it is so. */
static char *
find_path (Proof *proof,
           IsSo   is_so,
           guint  index)
{
  for (guint i = 0; i < yc_list_graph_get_n_stops (proof->graph); i++)
    for (guint j = 0; j < yc_list_graph_get_n_ways (proof->graph, i); j++)
      if (is_so (proof->graph, yc_list_graph_get_way (proof->graph, i, j), index))
        return dup_path (proof, i, j);
  return NULL;
}

/* “Not more than four” holds where nobody was asked how many: what was not asked counts as nothing. */
static void
warn_of_bare (Proof      *proof,
              const char *member,
              IsSo        is_bare)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u/when", member, i);
      g_autofree char *path = find_path (proof, is_bare, i);

      if (path != NULL && is_new (proof, member, i))
        yc_catalog_list_version_warn (proof->version, pointer,
                                      _("this holds also where nothing of it was asked: %s"), path);
    }
}

static JsonObject *
get_outcome (Proof *proof,
             guint  index)
{
  return json_array_get_object_element (yc_question_list_get_outcomes (proof->list), index);
}

/* At the second of the two, or at the one that is the version's own. */
static void
tell_conflict (Proof      *proof,
               guint       first,
               guint       second,
               const char *path)
{
  guint n_own = json_array_get_length (yc_question_list_get_outcomes (proof->version->list));
  guint own = second < n_own ? second : first, other = second < n_own ? first : second;
  g_autofree char *key = g_strdup_printf ("conflict %u", own);
  g_autofree char *pointer = g_strdup_printf (
    "/outcomes/%u/%s", own,
    yc_outcome_kind_get_word (yc_question_outcome_get_kind (get_outcome (proof, own), NULL)));

  if (own < n_own && is_new (proof, key, other < n_own ? other : G_MAXUINT))
    yc_catalog_list_version_tell (proof->version, pointer,
                                  _("“%s” says otherwise of this item after the same answers: %s"),
                                  yc_json_get_string (get_outcome (proof, other), "id", ""), path);
}

/* The same answers give an item and refuse it. */
static void
tell_conflicts (Proof *proof)
{
  for (guint i = 0; i < yc_list_graph_get_n_conflicts (proof->graph); i++)
    {
      g_autofree char *path = find_path (proof, yc_list_graph_has_conflict, i);
      guint first, second;

      yc_list_graph_get_conflict (proof->graph, i, &first, &second);
      if (path != NULL)
        tell_conflict (proof, first, second, path);
    }
}

/* “Not before May” must not be said in May. */
static void
warn_of_late (Proof *proof)
{
  JsonArray *outcomes = yc_json_get_array (proof->version->json, "outcomes");

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      const char *from = yc_json_get_string (get_outcome (proof, i), "from", NULL);
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/from", i);

      if (yc_day_is_valid (from) && g_strcmp0 (proof->day, from) >= 0 &&
          yc_list_graph_reaches (proof->graph, i) && is_new (proof, "from", i))
        yc_catalog_list_version_warn (proof->version, pointer,
                                      _("this outcome is still reached on that day"));
    }
}

typedef gboolean (*IsReached) (YcListGraph *graph,
                               guint        index);

/* @first: the number of the version's first in the list that is tried */
static void
note_reached (Proof      *proof,
              const char *member,
              guint       first,
              IsReached   is_reached,
              gboolean   *reached)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    reached[i] |= is_reached (proof->graph, first + i);
}

static void
tell_unreached (Proof          *proof,
                const char     *member,
                const gboolean *reached,
                const char     *message)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u", member, i);

      if (!reached[i])
        yc_catalog_list_version_tell (proof->version, pointer, "%s", message);
    }
}

static void
look_at_graph (Proof *proof)
{
  if (proof->only_conflicts)
    {
      tell_conflicts (proof);
      return;
    }
  tell_dead_ends (proof);
  note_reached (proof, "questions", proof->n_before, yc_list_graph_asks, proof->asked);
  note_reached (proof, "include", 0, yc_list_graph_includes, proof->included);
  note_reached (proof, "outcomes", 0, yc_list_graph_reaches, proof->reached);
  tell_conflicts (proof);
  if (proof->within != NULL)
    return;
  warn_of_bare (proof, "questions", yc_list_graph_asks_bare);
  warn_of_bare (proof, "outcomes", yc_list_graph_ends_bare);
  warn_of_late (proof);
}

/* Places in a list within others are not those of the version. */
static void
tell_trouble (Proof      *proof,
              const char *pointer,
              const char *trouble)
{
  if (proof->within == NULL)
    yc_catalog_list_version_tell (proof->version, pointer, "%s", trouble);
  else
    yc_catalog_list_version_tell (proof->version, "", _("(within “%s”) %s"), proof->within, trouble);
}

/* FALSE when not all ways could be gone through. */
static gboolean
prove_on (Proof             *proof,
          const YcListWorld *world,
          const char        *day)
{
  YcListWorld then = *world;
  g_autoptr (YcListGraph) graph = NULL;
  const char *pointer, *trouble;

  then.today = day;
  proof->graph = graph = yc_list_graph_new (proof->list, &then);
  trouble = yc_list_graph_get_trouble (graph, &pointer);
  if (trouble != NULL)
    tell_trouble (proof, pointer, trouble);
  else
    look_at_graph (proof);
  return trouble == NULL;
}

static gboolean
prove_list (Proof             *proof,
            const YcListWorld *world)
{
  g_autoptr (GPtrArray) days = yc_list_days_new (proof->list);

  if (days == NULL)
    {
      tell_trouble (proof, "/questions",
                    _("this list cannot be proven: too many days make a difference"));
      return FALSE;
    }
  for (guint i = 0; i < days->len; i++)
    {
      proof->day = days->len > 1 ? days->pdata[i] : NULL;
      if (!prove_on (proof, world, days->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static char *
join_titles (GPtrArray *context)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i + 1 < context->len; i++)
    g_string_append_printf (
      titles, "%s%s", i > 0 ? " → " : "",
      yc_question_list_get_title (((YcCatalogListVersion *) context->pdata[i])->list));
  return g_strdup (titles->str);
}

static gboolean
prove_context (Proof             *proof,
               const YcListWorld *world,
               GPtrArray         *lists)
{
  g_autoptr (YcQuestionList) list = yc_list_context_new (lists, proof->only_conflicts,
                                                         &proof->n_before);

  if (list == NULL)
    {
      tell_trouble (proof, "", _("the rules of this list are too tangled to be proven"));
      return FALSE;
    }
  proof->list = list;
  /* Nothing is said around it of the same items. */
  if (proof->only_conflicts &&
      json_array_get_length (yc_question_list_get_outcomes (list)) <=
        json_array_get_length (yc_question_list_get_outcomes (proof->version->list)) + 1)
    return TRUE;
  return prove_list (proof, world);
}

/* Who starts by itself leads somewhere whatever is known before; within others it can only contradict them. */
static gboolean
prove_within (Proof             *proof,
              const YcListWorld *world,
              GPtrArray         *context)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autofree char *within = join_titles (context);
  gboolean done = TRUE;

  for (guint i = 0; i < context->len; i++)
    g_ptr_array_add (lists, ((YcCatalogListVersion *) context->pdata[i])->list);
  proof->within = within;
  if (!yc_question_list_get_start (proof->version->list))
    done = prove_context (proof, world, lists);
  proof->only_conflicts = TRUE;
  done = done && prove_context (proof, world, lists);
  proof->only_conflicts = FALSE;
  proof->within = NULL;
  return done;
}

static gboolean *
new_flags (const YcCatalogListVersion *version,
           const char                 *member)
{
  JsonArray *array = yc_json_get_array (version->json, member);

  return g_new0 (gboolean, array != NULL ? json_array_get_length (array) + 1 : 1);
}

void
yc_catalog_list_version_prove (const YcCatalogListVersion *version,
                               const YcListWorld          *world,
                               GPtrArray                  *contexts)
{
  gboolean start = yc_question_list_get_start (version->list), done = TRUE;
  g_autofree gboolean *asked = new_flags (version, "questions");
  g_autofree gboolean *included = new_flags (version, "include");
  g_autofree gboolean *reached = new_flags (version, "outcomes");
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Proof proof = { .version = version, .list = version->list, .asked = asked, .included = included,
                  .reached = reached, .told = told };

  if (!start && contexts->len == 0)
    {
      yc_catalog_list_version_tell (version, "/start", _("no list includes this one"));
      return;
    }
  if (start)
    done = prove_list (&proof, world);
  for (guint i = 0; i < contexts->len && done; i++)
    done = prove_within (&proof, world, contexts->pdata[i]);
  if (!done)
    return;
  tell_unreached (&proof, "questions", asked, _("this question is never asked"));
  tell_unreached (&proof, "include", included, _("no answers lead to this list"));
  tell_unreached (&proof, "outcomes", reached, _("no answers lead to this outcome"));
}
