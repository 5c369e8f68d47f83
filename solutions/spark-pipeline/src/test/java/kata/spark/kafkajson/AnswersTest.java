package kata.spark.kafkajson;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
